"""Manual pages in English: what newsletter services would trip over."""

MANUAL: dict[str, str] = {
    "LC520": """
`labcamp render-newsletter --for` makes something of the newsletter that a
service understands, with the service's own link to unsubscribe:

    listmonk  the draft of a campaign as JSON, for POST /api/campaigns
    keila     the same for POST /api/v1/campaigns
    paste     an HTML file each for CleverReach, rapidmail and Brevo, whose
              content you copy into their field for HTML of your own

For rapidmail no placeholder is published: the link from series.yaml stands
there, and in the editor you put that of rapidmail in its place.

labcamp never sends anything and touches no network. Switch off in the service
that it counts who opens and clicks; for listmonk and Keila that is done here.
""",
    "LC521": """
With --ready you get a mail that a server sends as it is. With --for you get
something for a service that puts the mail together itself and adds its own
headers and its own link to unsubscribe. One file cannot be both. If you need
both, call the command twice.
""",
}
