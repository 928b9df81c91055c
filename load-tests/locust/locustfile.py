"""People who ask, read on and search: locust -f load-tests/locust/locustfile.py --host URL

API_KEYS holds keys with commas between; each person takes one. Without any, the server must let
everybody ask.
"""

import itertools
import os

from locust import HttpUser, between, task

KEYS = [key for key in os.environ.get("API_KEYS", "").split(",") if key]
TURNS = itertools.cycle(KEYS) if KEYS else None
QUESTIONS = itertools.cycle(
    [
        "What is Parley?",
        "How is a back-up made?",
        "Which ports are used?",
        "How do I rotate a key?",
    ]
)


class Person(HttpUser):
    wait_time = between(1, 5)

    def on_start(self):
        self.conversation = None
        if TURNS:
            self.client.headers["Authorization"] = f"Bearer {next(TURNS)}"

    @task(10)
    def ask(self):
        question = {"query": next(QUESTIONS)}
        if self.conversation:
            question["conversation_id"] = self.conversation
        with self.client.post("/ask", json=question, catch_response=True) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code}")
            elif not answer.json().get("answer"):
                answer.failure("no answer")
            else:
                self.conversation = answer.json()["conversation_id"]

    @task(3)
    def begin_anew(self):
        self.conversation = None

    @task(1)
    def look_at_conversations(self):
        self.client.get("/api/v1/chat/conversations")

    @task(1)
    def open_the_page(self):
        self.client.get("/")
