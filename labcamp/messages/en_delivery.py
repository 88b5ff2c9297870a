"""Findings about mail programs, services and the preview in English."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC520": Message("labcamp makes nothing for a service '{service}'", "do you mean '{nearest}'?", "there are: {known}"),
    "LC521": Message("--ready and --for {service} do not go together: one makes a mail, the other something for a service", "leave one of them out"),
    "LC985": Message("listmonk takes a campaign only with a list, and none stands here", "add the number of your list: newsletter: {{listmonk: {{lists: [1]}}}}"),
    "LC986": Message("unless told, listmonk takes its default template: it puts that around the whole mail and counts who opens it", "make an empty template in listmonk and add its number: newsletter: {{listmonk: {{template: 2}}}}"),
    "LC987": Message("it does not say who sends in Keila; before you can send you have to choose that there", "add the id: newsletter: {{keila: {{sender: ms_...}}}}"),
}  # fmt: skip
