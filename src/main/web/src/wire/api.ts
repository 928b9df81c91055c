// Generated from openapi.yaml by `npm run wire`.
export interface paths {
    "/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask one question and get the whole answer, or its events as they come.
         * @description With `Accept: text/event-stream`, or `"stream": true`, the answer is the turn's event stream
         *     as of `GET /api/v1/chat/turns/{turn_id}/events`.
         */
        post: operations["ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the caller is and what this server can do. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the workspace and make its owner, once, with the token of the set-up link. */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's conversations, the one used last first. */
        get: operations["listConversations"];
        put?: never;
        /** Begin an empty conversation. */
        post: operations["createConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /** A conversation with its messages, oldest first. */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /** Forget a conversation and its messages. */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        /** Give a conversation another title. */
        patch: operations["renameConversation"];
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask in a conversation. The answer comes on the turn's event stream.
         * @description Answered once the question is stored. A conversation has one running turn at a time: a
         *     second question meanwhile is refused with `turn_conflict`.
         */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/turns/{turn_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        /** The state of a turn. */
        get: operations["getTurn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/turns/{turn_id}/events": {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `id` that was read; the stream goes on behind it. */
                "Last-Event-ID"?: string;
            };
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        /**
         * Follow a turn, from its beginning or from behind an event, as server-sent events.
         * @description Each event is `id: <seq>`, `event: <name>` and one line of JSON. `seq` is dense from 1. The
         *     data of each event is the schema of its name: see `TurnEvent`. The stream ends after exactly
         *     one of `completed`, `failed` or `cancelled`. Leaving does not stop the answer.
         */
        get: operations["readTurnEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/turns/{turn_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an answer. What was written so far is kept. */
        post: operations["cancelTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The knowledge bases of the workspace. */
        get: operations["listBases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents by name. */
        get: operations["listDocuments"];
        put?: never;
        /**
         * Add a file, or a new version of one that has the same name.
         * @description Answered once the file is stored; it is read in the background.
         */
        post: operations["uploadDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add one web page or file by its address. */
        post: operations["addPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** One document and how far it is. */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        /** Forget a document, its text and its vectors. */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/documents/{document_id}/content": {
        parameters: {
            query?: {
                /** @description The version to show; the current one when absent. */
                version?: number;
            };
            header?: never;
            path: {
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        /** The text that citations point into, and what each stretch of it is. */
        get: operations["getDocumentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find passages. */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the server and of what it depends on. */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as `/health`. */
        get: operations["healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs; looks at nothing else. */
        get: operations["livez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests should be sent here. */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus metrics. */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description The place in the documentation that explains the code. */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            code: string;
            request_id: string;
            retryable: boolean;
            retry_after_ms?: number;
            errors?: {
                /** @description JSON pointer to the offending value. */
                pointer: string;
                detail: string;
            }[];
        };
        AskRequest: {
            query: string;
            /**
             * Format: uuid
             * @description The conversation to go on with.
             */
            conversation_id?: string;
            /** @default false */
            stream: boolean;
        };
        AskAnswer: {
            /** @description Markdown; `[1]` refers to the citation with that number. */
            answer: string;
            citations: components["schemas"]["Citation"][];
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            message_id: string;
            model: string;
            usage: components["schemas"]["Usage"];
            latency_ms: number;
        };
        Citation: {
            /** @description The number in square brackets in the answer. */
            number: number;
            /** Format: uuid */
            document_id: string;
            version: number;
            title: string;
            url?: string;
            /** @description Fragment of the nearest heading, without `#`. */
            anchor?: string;
            page?: number;
            heading_path?: string[];
            /** @description Exactly the document's text from `start` to `end`. */
            quote: string;
            /** @description In code points. */
            start: number;
            /** @description In code points, exclusive. */
            end: number;
            /** @description How well the passage fits the question, 0 to 1. */
            score: number;
        };
        Usage: {
            input_tokens: number;
            output_tokens: number;
            estimated: boolean;
        };
        Session: {
            workspace: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            caller: {
                /** @enum {string} */
                kind: "person" | "key" | "anonymous";
                name?: string;
            };
            model: {
                /** @description `extractive` quotes and writes nothing of its own. */
                provider: string;
                name: string;
            };
            version: string;
            development: boolean;
            upload_limit_bytes: number;
            /** @description The workspace has no owner yet. */
            setup_needed: boolean;
            /** @description Questions worth asking first. */
            suggestions?: string[];
        };
        SetupRequest: {
            token: string;
            workspace_name: string;
            owner_name: string;
            owner_email: string;
        };
        SetupAnswer: {
            /** Format: uuid */
            workspace_id: string;
            /** Format: uuid */
            user_id: string;
            /** @description The owner's first key, for `Authorization: Bearer`. */
            api_key: string;
        };
        Conversation: {
            /** Format: uuid */
            id: string;
            /** @description Empty until the first question. */
            title: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            message_count: number;
            /** Format: uuid */
            running_turn?: string;
        };
        ConversationDetail: {
            conversation: components["schemas"]["Conversation"];
            messages: components["schemas"]["Message"][];
            running_turn?: components["schemas"]["Turn"];
        };
        Message: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "user" | "assistant";
            text: string;
            /**
             * @description `interrupted` and `cancelled` answers hold what was written so far.
             * @enum {string}
             */
            state: "complete" | "interrupted" | "cancelled" | "failed";
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            turn_id?: string;
            model?: string;
            citations: components["schemas"]["Citation"][];
            usage?: components["schemas"]["Usage"];
            problem?: components["schemas"]["Problem"];
        };
        Turn: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            question_id: string;
            /** Format: uuid */
            answer_id: string;
            /** @enum {string} */
            state: "running" | "completed" | "failed" | "cancelled";
            attempt: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at?: string;
        };
        /** @description The data of one event, by its name. */
        TurnEvent: components["schemas"]["StartedEvent"] | components["schemas"]["StatusEvent"] | components["schemas"]["RetrievedEvent"] | components["schemas"]["DeltaEvent"] | components["schemas"]["CitationEvent"] | components["schemas"]["UsageEvent"] | components["schemas"]["CompletedEvent"] | components["schemas"]["FailedEvent"] | components["schemas"]["CancelledEvent"];
        /** @description `started`: the first event of every turn. */
        StartedEvent: {
            /** Format: uuid */
            turn_id: string;
            /** Format: uuid */
            conversation_id: string;
            /** Format: uuid */
            question_id: string;
            /** Format: uuid */
            answer_id: string;
        };
        /** @description `status`: what is being done now. */
        StatusEvent: {
            /** @enum {string} */
            phase: "searching" | "writing";
            /** @description With `searching`: how many knowledge bases. */
            bases?: number;
        };
        /** @description `retrieved`: the passages the answer may use. */
        RetrievedEvent: {
            passages: {
                /** Format: uuid */
                document_id: string;
                title: string;
                url?: string;
                heading_path?: string[];
                page?: number;
                score: number;
            }[];
        };
        /** @description `delta`: the next piece of the answer. */
        DeltaEvent: {
            text: string;
        };
        /** @description `citation`: stands before the delta that holds its number. */
        CitationEvent: {
            citation: components["schemas"]["Citation"];
        };
        /** @description `usage`: what the answer cost. */
        UsageEvent: {
            model: string;
            usage: components["schemas"]["Usage"];
        };
        /** @description `completed`: the answer is stored. Terminal. */
        CompletedEvent: {
            /** Format: uuid */
            message_id: string;
            /** @enum {string} */
            finish_reason: "stop" | "length" | "content_filter";
            /** @description The title of the conversation, when this turn gave it one. */
            title?: string;
        };
        /** @description `failed`: no answer, or only part of one. Terminal. */
        FailedEvent: {
            problem: components["schemas"]["Problem"];
        };
        /** @description `cancelled`: stopped by the reader; what was written is stored. Terminal. */
        CancelledEvent: {
            /** Format: uuid */
            message_id: string;
        };
        Base: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
            documents: number;
        };
        /** @enum {string} */
        DocumentState: "queued" | "reading" | "embedding" | "ready" | "failed";
        Document: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            base_id: string;
            /** @description Path of the document in its base. */
            name: string;
            title: string;
            url?: string;
            media_type?: string;
            state: components["schemas"]["DocumentState"];
            /** @description The version that answers are found in; 0 until the first one is ready. */
            version: number;
            size_bytes: number;
            passages?: number;
            /** @description While it is being embedded. */
            progress?: {
                done: number;
                total: number;
            };
            /** @description Why it failed. An earlier version, if there is one, still answers. */
            error?: {
                code: string;
                message: string;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        DocumentCounts: {
            queued: number;
            reading: number;
            embedding: number;
            ready: number;
            failed: number;
        };
        DocumentContent: {
            /** Format: uuid */
            document_id: string;
            version: number;
            /** @description Whether this is the version answers are found in. */
            current: boolean;
            title: string;
            url?: string;
            text: string;
            blocks: components["schemas"]["Block"][];
        };
        Block: {
            /** @enum {string} */
            kind: "heading" | "paragraph" | "list_item" | "code" | "quote" | "table_row";
            level: number;
            start: number;
            end: number;
            page?: number;
            anchor?: string;
        };
        Passage: {
            /** Format: uuid */
            document_id: string;
            version: number;
            title: string;
            url?: string;
            page?: number;
            anchor?: string;
            heading_path: string[];
            text: string;
            start: number;
            end: number;
            score: number;
            /** @description Where the query's words stand, in code points from the beginning of `text`. */
            highlights: {
                start: number;
                end: number;
            }[];
        };
        Health: {
            /**
             * @description The process answers.
             * @enum {string}
             */
            status: "healthy";
            /** Format: date-time */
            timestamp: string;
            /** @description Whether each one answers; null where none is configured. */
            dependencies: {
                [key: string]: boolean | null;
            };
            /** @enum {string} */
            overall_status: "healthy" | "degraded";
        };
    };
    responses: {
        /** @description What went wrong. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Limit: number;
        ConversationId: string;
        TurnId: string;
        DocumentId: string;
        /**
         * @description Any text of the client's own. The same key with the same body gives the first answer again;
         *     with another body it is refused with `idempotency_mismatch`.
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRequest"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskAnswer"];
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's view of the server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description The workspace has an owner. The key is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. */
                before?: string;
                /** @description Words that the title or a message must contain. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        conversations: components["schemas"]["Conversation"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createConversation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the client's own. The same key with the same body gives the first answer again;
                 *     with another body it is refused with `idempotency_mismatch`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                };
            };
        };
        responses: {
            /** @description The new conversation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. `running_turn` is present while an answer is being written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    renameConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                };
            };
        };
        responses: {
            /** @description The conversation as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Any text of the client's own. The same key with the same body gives the first answer again;
                 *     with another body it is refused with `idempotency_mismatch`.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The question is stored and being answered. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: components["schemas"]["Message"];
                        turn: components["schemas"]["Turn"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The turn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readTurnEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `id` that was read; the stream goes on behind it. */
                "Last-Event-ID"?: string;
            };
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The turn is being stopped, or had ended already. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bases: components["schemas"]["Base"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. */
                after?: string;
                base?: string;
                state?: components["schemas"]["DocumentState"];
                /** @description Part of the name or title. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, and how many documents are in which state in all. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: components["schemas"]["Document"][];
                        /** @description Absent on the last page. */
                        next?: string;
                        counts: components["schemas"]["DocumentCounts"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                    /** @description Path of the document in its base; the file's name when absent. */
                    name?: string;
                    /**
                     * Format: uuid
                     * @description The first base when absent.
                     */
                    base?: string;
                    /** @description Where people find this document. */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description The same bytes were there already; nothing changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Stored, and waiting to be read. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /** Format: uuid */
                    base?: string;
                };
            };
        };
        responses: {
            /** @description Noted, and waiting to be fetched. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone and will not be found again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getDocumentContent: {
        parameters: {
            query?: {
                /** @description The version to show; the current one when absent. */
                version?: number;
            };
            header?: never;
            path: {
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentContent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    query: string;
                    /** @default 8 */
                    limit?: number;
                    /** Format: uuid */
                    base?: string;
                    /**
                     * @default hybrid
                     * @enum {string}
                     */
                    mode?: "hybrid" | "text" | "vectors";
                };
            };
        };
        responses: {
            /** @description The best passages first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passages: components["schemas"]["Passage"][];
                        took_ms: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server answers; `overall_status` says how well. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    livez: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The database answers and the server is not draining. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            503: components["responses"]["Problem"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exposition text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract as JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
}
