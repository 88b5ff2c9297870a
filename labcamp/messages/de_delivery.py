"""Findings about mail programs, services and the preview in German."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC520": Message("für einen Dienst »{service}« macht labcamp nichts", "meint ihr »{nearest}«?", "es gibt: {known}"),
    "LC521": Message("--ready und --for {service} gehen nicht zusammen: das eine macht eine Mail, das andere etwas für einen Dienst", "lasst eines von beiden weg"),
    "LC985": Message("listmonk nimmt eine Kampagne nur mit einer Liste an, und hier steht keine", "tragt die Nummer eurer Liste ein: newsletter: {{listmonk: {{lists: [1]}}}}"),
    "LC986": Message("ohne Angabe nimmt listmonk seine Standardvorlage: Sie legt sich um die ganze Mail und zählt, wer sie öffnet", "legt in listmonk eine leere Vorlage an und tragt ihre Nummer ein: newsletter: {{listmonk: {{template: 2}}}}"),
    "LC987": Message("es steht nicht dabei, wer in Keila Absender:in ist; verschicken könnt ihr erst, wenn ihr das dort auswählt", "tragt die Kennung ein: newsletter: {{keila: {{sender: ms_...}}}}"),
}  # fmt: skip
