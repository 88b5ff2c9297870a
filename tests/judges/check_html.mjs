// A folder on the command line; on stdout, for each HTML file of it, what html-validate finds: [rule, words, line].
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const [folder, rules] = process.argv.slice(2);
const config = { extends: ["html-validate:recommended"], rules: JSON.parse(rules) };
const judge = new HtmlValidate(new StaticConfigLoader(config));
const found = {};
for (const name of readdirSync(folder).sort()) {
  const { results } = judge.validateStringSync(readFileSync(join(folder, name), "utf8"), name);
  const messages = results.flatMap((result) => result.messages);
  found[name] = messages.map(({ ruleId, message, line }) => [ruleId, message, line]);
}
process.stdout.write(JSON.stringify(found));
