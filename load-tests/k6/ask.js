// Asks one question again and again with up to 200 users: k6 run load-tests/k6/ask.js
//
//   BASE_URL  where the server is (http://localhost:8000)
//   API_KEYS  keys with commas between: each user takes one, so that the limit of one key is not
//             what is measured. Without any, /ask must be open.
import http from 'k6/http';
import { check, sleep } from 'k6';

const base = __ENV.BASE_URL || 'http://localhost:8000';
const keys = (__ENV.API_KEYS || '').split(',').filter(Boolean);

export const options = {
  stages: [
    { duration: '2m', target: 100 },
    { duration: '5m', target: 100 },
    { duration: '2m', target: 200 },
    { duration: '5m', target: 200 },
    { duration: '2m', target: 0 },
  ],
  thresholds: {
    checks: ['rate>0.99'],
    http_req_failed: ['rate<=0.01'],
    http_req_duration: ['p(95)<2000'],
  },
};

export default function () {
  const headers = { 'Content-Type': 'application/json' };
  if (keys.length > 0) {
    headers.Authorization = `Bearer ${keys[__VU % keys.length]}`;
  }
  const response = http.post(
    `${base}/ask`,
    JSON.stringify({ query: 'Performance test question' }),
    { headers },
  );
  check(response, {
    'status is 200': (r) => r.status === 200,
    'response time < 5000ms': (r) => r.timings.duration < 5000,
  });
  sleep(1);
}
