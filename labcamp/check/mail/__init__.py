"""A mail in; what would trouble its readers, or tell others about them, comes out as findings."""

from labcamp.check.mail.content import Rule, content_of
from labcamp.check.mail.envelope import (
    calendar_wrong,
    line_break_in_header,
    method_differs,
    preheader_length,
    preheader_repeats,
    receivers_visible,
    subject_shouts,
    subject_too_long,
    text_part_missing,
)
from labcamp.check.mail.page import (
    active_content,
    address_mixed,
    gender_signs_mixed,
    heading_skipped,
    leftover_in_mail,
    link_empty,
    link_not_in_text,
    link_not_secure,
    link_text_vague,
    mail_too_large,
    mail_without_language,
    paragraph_too_long,
    picture_without_alt,
    remote_content,
    tracking_parameter,
)
from labcamp.findings import Finding
from labcamp.model.mail import Mail

RULES: tuple[Rule, ...] = (
    mail_too_large,
    mail_without_language,
    picture_without_alt,
    link_empty,
    link_not_secure,
    leftover_in_mail,
    remote_content,
    tracking_parameter,
    active_content,
    text_part_missing,
    link_not_in_text,
    receivers_visible,
    line_break_in_header,
    method_differs,
    calendar_wrong,
    subject_too_long,
    preheader_length,
    preheader_repeats,
    heading_skipped,
    link_text_vague,
    address_mixed,
    gender_signs_mixed,
    paragraph_too_long,
    subject_shouts,
)


def check_mail(mail: Mail) -> tuple[Finding, ...]:
    """Everything that is wrong with a mail, by file and place; the files are those that its key names."""
    content = content_of(mail)
    return tuple(sorted(found for rule in RULES for found in rule(content)))
