"""Tags for pictures."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.images.shortcuts import get_renditions_or_not_found
from wagtail.images.templatetags.wagtailimages_tags import PictureNode
from wagtail.images.templatetags.wagtailimages_tags import image as parse_image

from common.pictures import DistinctPicture, alt_text

register = template.Library()


class DistinctPictureNode(PictureNode):
    """``{% picture %}`` of Wagtail, with each width named once."""

    def render(self, context):
        image = self.validate_image(context)
        if not image:
            return ""
        attrs = {name: value.resolve(context) for name, value in self.attrs.items()}
        return DistinctPicture(get_renditions_or_not_found(image, self.get_filters()), attrs).__html__()


@register.tag("distinct_picture")
def distinct_picture(parser, token):
    """``{% distinct_picture image format-{avif,jpeg} width-{480,960} sizes="…" alt=words %}``."""
    token.contents = token.contents.replace("distinct_picture", "picture", 1)
    node = parse_image(parser, token)
    return DistinctPictureNode(node.image_expr, node.filter_specs, attrs=node.attrs)


@register.simple_tag
def words_of(image: Any, own: str = "", decorative: bool = False) -> str:
    """``{% words_of image own decorative as words %}``: see ``common.pictures.alt_text``."""
    return alt_text(image, own, decorative=bool(decorative))
