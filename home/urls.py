from django.urls import path

from home import feeds, views

urlpatterns = [
    path("tim-kiem/", views.search, name="search"),
    path("don-vi/", views.members, name="members"),
    path("so-do-trang/", views.site_map, name="site_map"),
    path("tiep-can/", views.accessibility, name="accessibility"),
    path("tin-tuc/feed.<str:kind>", feeds.news_feed, name="news_feed"),
    path("sitemap.xml", views.sitemap_xml, name="sitemap_xml"),
]
