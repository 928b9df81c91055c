// One call with OpenAI's own library, and what it saw as one line of JSON.
//
//   node ask.mjs BASE_URL KEY SCENARIO

import OpenAI from "openai";

const [baseURL, apiKey, scenario] = process.argv.slice(2);
const question = { model: "gpt-4o-mini", messages: [{ role: "user", content: "hi" }] };
const weather = {
  type: "function",
  function: {
    name: "weather",
    parameters: { type: "object", properties: { city: { type: "string" } } },
  },
};

const client = (options) => new OpenAI({ baseURL, apiKey, maxRetries: 0, ...options });

async function read(stream) {
  const seen = { text: "", finish: null, usage: null };
  for await (const chunk of stream) {
    seen.text += chunk.choices[0]?.delta.content ?? "";
    seen.finish = chunk.choices[0]?.finish_reason ?? seen.finish;
    seen.usage = chunk.usage ?? seen.usage;
  }
  return seen;
}

const scenarios = {
  async whole() {
    const answer = await client().chat.completions.create(question);
    return { text: answer.choices[0].message.content, usage: answer.usage };
  },

  async stream() {
    const wish = { stream: true, stream_options: { include_usage: true } };
    return read(await client().chat.completions.create({ ...question, ...wish }));
  },

  // with the library's own helper, which puts the pieces together
  async tools() {
    const stream = client().chat.completions.stream({ ...question, tools: [weather] });
    const { message, finish_reason: finish } = (await stream.finalChatCompletion()).choices[0];
    return { finish, calls: message.tool_calls };
  },

  async abort() {
    const stream = await client().chat.completions.create({ ...question, stream: true });
    let pieces = 0;
    for await (const _ of stream) {
      pieces += 1;
      if (pieces === 3) {
        break; // which closes the connection
      }
    }
    return { at: Date.now(), pieces };
  },

  async retry() {
    const began = Date.now();
    const answer = await client({ maxRetries: 3 }).chat.completions.create(question);
    return { text: answer.choices[0].message.content, ms: Date.now() - began };
  },

  async timeout() {
    const patient = client({ timeout: 500 });
    return read(await patient.chat.completions.create({ ...question, stream: true }));
  },

  async unknown() {
    return client().chat.completions.create({ ...question, model: "gpt-99" });
  },

  async models() {
    const ids = [];
    for await (const model of client().models.list()) {
      ids.push(model.id);
    }
    return { ids };
  },

  async embeddings() {
    const ids = (await scenarios.models()).ids;
    const model = ids[ids.length - 1];
    const input = ["red", "blue"];
    const usual = await client().embeddings.create({ model, input }); // base64 on the wire
    const floats = await client().embeddings.create({ model, input, encoding_format: "float" });
    const differences = usual.data.flatMap(({ embedding }, i) =>
      embedding.map((value, j) => Math.abs(value - floats.data[i].embedding[j])),
    );
    return {
      lengths: usual.data.map(({ embedding }) => embedding.length),
      difference: Math.max(...differences),
      tokens: usual.usage.prompt_tokens,
    };
  },
};

async function run() {
  try {
    return await scenarios[scenario]();
  } catch (error) {
    const { name } = error.constructor;
    const wait = error.headers?.get?.("retry-after") ?? null;
    const { status = null, code = null, type = null, message } = error;
    return { error: name, status, code, type, message, wait };
  }
}

console.log(JSON.stringify(await run()));
process.exit(0);
