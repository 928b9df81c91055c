// What the fake server answers: a few scripts, picked by words of the question.

import { decisionOf } from './fake-tools.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const LEAVE =
  'You can carry over up to five days of leave into the next year [1]. They must be taken before the end of March [2].';

const RICH = `### Retention by kind

Backups are kept in **three tiers**, and each one has its own schedule [1]:

| Tier | Kept for | Where |
| --- | --- | --- |
| Daily | 14 days | same region |
| Weekly | 8 weeks | second region |
| Monthly | 12 months | cold storage |

To restore the newest daily copy, run:

\`\`\`sh
parley restore --from latest --target /srv/data
systemctl restart parley
\`\`\`

1. Stop writes first, so that nothing is lost between copy and restore.
2. Check the checksum that the command prints.
   - It must equal the one in the *backup log* [2].
   - If it does not, take the copy before it.
3. Start the service again and watch \`/readyz\`.

> A restore that was never tried is not a backup. [3]

More is in the [operations guide](https://docs.example.org/operations/restore) of your team.
`;

export const SCRIPTS = [
  {
    words: /\b(nothing|weather|moon)\b/i,
    text: 'I found no passage about this in your documents.',
    cites: 0,
  },
  { words: /\b(fail)\b/i, fail: true, text: '', cites: 0 },
  {
    words: /\b(break off)\b/i,
    fail: true,
    text: 'Leave requests are made in the portal [1] and',
    cites: 1,
  },
  { words: /\b(restore|backup|table|code)\b/i, text: RICH, cites: 3 },
  {
    words: /<script|<img/i,
    text: 'The document says <img src=x onerror="window.hit=1"> and <script>window.hit=1</script> and [a link](javascript:window.hit=1) ![picture](https://example.org/p.png) [1].',
    cites: 1,
  },
  {
    words: /\b(slow|long)\b/i,
    text: Array.from({ length: 40 }, (_, at) => `Paragraph ${at + 1}. ${LEAVE}`).join('\n\n'),
    cites: 2,
    slow: true,
  },
  { words: /\b(cancel my order)\b/i, text: 'That is done.', cites: 0, tools: true },
  { words: /./s, text: LEAVE, cites: 2 },
];

/** Plays a turn into its log, a word at a time. */
export async function play(turn, question, citations, speed) {
  const script = SCRIPTS.find((one) => one.words.test(question));
  const say = (name, data) => turn.add(name, data);
  const pause = (ms) => sleep(ms * speed * (/ponder/i.test(question) ? 6 : 1));
  say('started', turn.ids);
  await pause(250);
  say('status', { phase: 'searching', bases: 3 });
  await pause(350);
  say('retrieved', {
    passages: citations
      .slice(0, Math.max(3, script.cites))
      .map(({ document_id, title, score, heading_path }) => ({
        document_id,
        title,
        score,
        heading_path,
      })),
  });
  await pause(450);
  say('status', { phase: 'writing' });
  await pause(200);
  if (script.tools) await playTools(turn, say, pause);
  const told = new Set();
  for (const word of script.text.match(/\s*\S+/g) ?? []) {
    if (turn.cancelled) break;
    for (const [, n] of word.matchAll(/\[(\d+)\]/g)) {
      if (told.has(n) || Number(n) > script.cites) continue;
      told.add(n);
      turn.citations.push(citations[n - 1]);
      say('citation', { citation: citations[n - 1] });
    }
    turn.text += word;
    say('delta', { text: word });
    await pause(script.slow ? 60 : 25);
  }
  turn.usage = {
    input_tokens: 812,
    output_tokens: Math.ceil(turn.text.length / 4),
    estimated: true,
  };
  if (turn.cancelled) return turn.end('cancelled');
  if (script.fail) return turn.end('failed');
  say('usage', { model: 'extractive', usage: turn.usage });
  return turn.end('completed');
}

/** Looks an order up, and asks before it is cancelled. */
async function playTools(turn, say, pause) {
  const look = { call_id: 1, tool: 'get_order', arguments: '{"id":"A-7"}', side_effect: false };
  say('tool_call', { ...look, state: 'running' });
  await pause(300);
  const text = '{"items":["lamp"],"state":"packed"}';
  say('tool_result', { call_id: 1, tool: 'get_order', outcome: 'ok', text, ms: 41 });
  const cancel = {
    call_id: 2,
    tool: 'cancel_order',
    arguments: '{"id":"A-7","reason":"changed my mind"}',
    side_effect: true,
  };
  say('tool_call', { ...cancel, state: 'waiting' });
  let decision;
  while (decision === undefined && !turn.cancelled) {
    await sleep(50);
    decision = decisionOf(turn.ids.turn_id, 2);
  }
  const result = { call_id: 2, tool: 'cancel_order', ms: 0 };
  if (decision !== 'allow') {
    say('tool_result', { ...result, outcome: 'declined', text: 'It was not allowed.' });
    return;
  }
  say('tool_call', { ...cancel, state: 'running' });
  await pause(300);
  say('tool_result', { ...result, outcome: 'ok', text: '{"state":"cancelled"}', ms: 87 });
}
