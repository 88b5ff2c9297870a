// Paths of mails as JSON on stdin; on stdout what mailparser reads from each.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { domainToASCII } from "node:url";
import { simpleParser } from "mailparser";

// mailparser shows a domain with its umlauts, which is not how it stands in the mail
const asSent = (address) => address.replace(/[^@]*$/, domainToASCII);
const mailboxes = (field) => (field?.value ?? []).map(({ name, address }) => [name, asSent(address)]);

async function read(path) {
  const mail = await simpleParser(readFileSync(path), { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true });
  const list = mail.headers.get("list") ?? {};
  return {
    headers: mail.headerLines.map(({ key }) => key),
    sender: mailboxes(mail.from),
    to: mailboxes(mail.to),
    subject: mail.subject,
    message_id: mail.messageId,
    list_name: list.id?.name ?? "",
    list_id: list.id?.id ?? "",
    unsubscribe: list.unsubscribe?.url ?? "",
    text: mail.text ?? "",
    html: mail.html || "",
    attachments: mail.attachments.map(({ filename, contentType, contentDisposition, content }) => [
      filename ?? "",
      contentType,
      contentDisposition ?? "",
      createHash("sha256").update(content).digest("hex"),
    ]),
  };
}

const found = [];
for (const path of JSON.parse(readFileSync(0, "utf8"))) found.push(await read(path));
process.stdout.write(JSON.stringify(found));
