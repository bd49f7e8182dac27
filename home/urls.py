from django.urls import path

from home import calendar_feed, feeds, views

urlpatterns = [
    path("tim-kiem/", views.search, name="search"),
    path("don-vi/", views.members, name="members"),
    path("so-do-trang/", views.site_map, name="site_map"),
    path("tiep-can/", views.accessibility, name="accessibility"),
    path("tin-tuc/feed.<str:kind>", feeds.news_feed, name="news_feed"),
    path("tin-tuc/<slug:part>/feed.<str:kind>", feeds.news_feed, name="news_part_feed"),
    path("van-ban/feed.<str:kind>", feeds.news_feed, {"part": "van-ban"}, name="document_feed"),
    path("su-kien/lich.ics", calendar_feed.calendar_ics, name="calendar_ics"),
    path("sitemap.xml", views.sitemap_xml, name="sitemap_xml"),
]
