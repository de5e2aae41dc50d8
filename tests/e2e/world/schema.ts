/** GitHub's own description of its answers, so that the emulated ones can't drift from it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** OpenAPI 3.0 says `nullable` beside a reference or a union, which JSON Schema has no word for: said as a union here. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== 'object') return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const walked = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
  if (nullable !== true)
    return nullable === undefined || typeof nullable === 'boolean' ? walked : { nullable, ...walked };
  return { anyOf: [walked, { type: 'null' }] };
}

let ajv: Ajv | undefined;
const compiled = new Map<string, ValidateFunction>();

function validator(path: string, status: number): ValidateFunction {
  const key = `${status} ${path}`;
  const known = compiled.get(key);
  if (known) return known;
  if (!ajv) {
    ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
    addFormats.default(ajv);
    ajv.addSchema(plain(JSON.parse(readFileSync(file, 'utf8'))) as object, 'github');
  }
  const $ref = `github#/paths/${encodeURIComponent(pointer(path))}/get/responses/${status}/content/application~1json/schema`;
  const made = ajv.compile({ $ref });
  compiled.set(key, made);
  return made;
}

/** What is wrong with an answer of that endpoint, in words; undefined where it fits. */
export function complaint(path: string, body: unknown): string | undefined {
  const validate = validator(path, 200);
  if (validate(body)) return undefined;
  const { instancePath, message } = validate.errors?.[0] ?? {};
  return `${path}: ${instancePath} ${message}`;
}
