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
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of access tokens; none where they are signed with a shared secret. */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a model, in OpenAI's form.
         * @description Takes what OpenAI's operation of this name takes and hands it on as it is; `model` names a
         *     route of this server. The field `cache` is our own and not handed on: `mode` (`off`, `read`,
         *     `write`, `on`), `max_age` in seconds, `semantic`. Errors have OpenAI's form. The header
         *     `x-parley-cache` tells `hit`, `similar`, `shared` or `miss` where answers may be reused, and
         *     `x-parley-tried` tells administrators what was tried.
         */
        post: operations["createChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make vectors of texts, in OpenAI's form. */
        post: operations["createEmbedding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models that may be asked. */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers and routes, and how they do. */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/models/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a provider. */
        post: operations["addProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/models/providers/{provider_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a provider that no route goes to. */
        delete: operations["removeProvider"];
        options?: never;
        head?: never;
        /**
         * Change the name or address of a provider, or add a key.
         * @description Calls that run go on as they began. A key is taken in use by every replica within a second.
         */
        patch: operations["changeProvider"];
        trace?: never;
    };
    "/api/v1/admin/models/providers/{provider_id}/keys/{provider_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
                provider_key_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a key of a provider. */
        delete: operations["removeProviderKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/models/providers/{provider_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a model of the provider one short question. */
        post: operations["testProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/models/routes/{route}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                route: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Add a route, or put another in its place. */
        put: operations["putRoute"];
        post?: never;
        /** Remove a route. */
        delete: operations["removeRoute"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people can sign in here. */
        get: operations["getSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an account and sign in.
         * @description Open, by invitation or closed, as `identity.registration` says. An invitation decides the
         *     workspace and the role; without one the account is a member of the first workspace.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password.
         * @description Where a second factor is on, the first try is answered `code_required`; the same request
         *     with `code` follows. Wrong passwords and unknown addresses look the same.
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new access token for the refresh token.
         * @description The refresh token comes from its cookie, or from the body for programs that keep none. Each
         *     is good for one use; within ten seconds the same one gives the same successor, later its
         *     second use ends the session. With the cookie the header `X-CSRF: 1` is needed.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of the refresh token. */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in with an account from elsewhere.
         * @description For the address bar, not for scripts: leads to the identity provider (OpenID Connect,
         *     authorization code with PKCE), from where the browser comes back to
         *     `/api/v1/auth/oidc/callback`. The sign-in may take ten minutes; a cookie that only the
         *     server can read keeps what belongs to it.
         */
        get: operations["startOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the identity provider.
         * @description Signs in as the account that came in this way before; else as the one with the same e-mail
         *     address, if the provider vouches for it; else as a new one: with the role of the invitation
         *     to that address, if the provider vouches for it, or where `identity.oidc.register` allows
         *     it. Failures lead to `/sign-in#oidc_error=` with one of `off`, `expired`, `cancelled`,
         *     `provider_unreachable`, `provider_refused`, `provider_invalid`, `no_account`, `no_email`,
         *     `email_taken`, `disabled`, or the code of a problem such as `overloaded`.
         */
        get: operations["finishOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a link to set a new password, if there is such an account. */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with the token of the link. Every session ends. */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in person. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own name. */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password. Every other session ends. */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** Sign out everywhere, here included. */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out somewhere. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up a second factor; nothing changes before it is confirmed. */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the second factor. */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor on with a code of the app. */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own API keys; for administrators, all of the workspace. */
        get: operations["listKeys"];
        put?: never;
        /** Make an API key. */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key at once. */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the workspace by name. */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change somebody's role, or disable or enable them.
         * @description Only owners change owners, and one enabled owner always stays. Who is disabled is signed out
         *     everywhere, open streams included, within five seconds.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v1/admin/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another workspace, for owners of the first one, and invite its owner. */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody. Inviting them again replaces the first invitation. */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation. */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the audit log, the newest first. */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same events as comma-separated values, all of them.
         * @description A cell that a spreadsheet would take for a formula begins with an apostrophe. The last
         *     column is the hash of the event: with the number it is an anchor for `verify`.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check that the log is as it was written.
         * @description Each event carries a keyed hash of itself and of the one before it, so a change behind the
         *     product's back shows. A log that was cut off at its end, or written anew by somebody who has
         *     the key, shows only against an `anchor`: a place that was noted before, from an export, from
         *     an earlier answer or from the lines `audit anchor` of the server's own log.
         */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller used, by model.
         * @description Of a person also what their keys used; of a key what the key used.
         */
        get: operations["getMyUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was used, by hour or day.
         * @description Figures are those of the ledger, to the moment. At most 45 days of hours or 800 days at
         *     once.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/usage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger as comma-separated values, the oldest entries first.
         * @description A cell that a spreadsheet would take for a formula begins with an apostrophe.
         */
        get: operations["exportUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/usage/calls/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one request caused, by the id in its answer's header x-request-id. */
        get: operations["explainCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workspace's own prices, the newest first, then those that Parley brings along. */
        get: operations["listPrices"];
        put?: never;
        /**
         * Add a price.
         * @description A price is never changed. Of the workspace's prices that hold at a moment, the one that was
         *     added last is right; where none holds, those that Parley brings along do.
         */
        post: operations["addPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All budgets, with how far each is used up. */
        get: operations["listBudgets"];
        put?: never;
        /**
         * Add a budget.
         * @description It holds at once. What was spent earlier in the day or month counts.
         */
        post: operations["createBudget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/budgets/{budget_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One budget, and what was spent in its period, by hour or day. */
        get: operations["getBudget"];
        put?: never;
        post?: never;
        /** Take a budget away. */
        delete: operations["deleteBudget"];
        options?: never;
        head?: never;
        /** Rename a budget, or raise or lower it. */
        patch: operations["changeBudget"];
        trace?: never;
    };
    "/api/v1/admin/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits of tokens and of calls at once. */
        get: operations["listLimits"];
        put?: never;
        /** Add a limit. */
        post: operations["addLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/limits/{limit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a limit away. */
        delete: operations["deleteLimit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every policy, in the order in which they are asked. */
        get: operations["listPolicies"];
        put?: never;
        /**
         * Add a policy behind the others.
         * @description Every replica holds to it within a second. Texts that are on their way go on as they began.
         */
        post: operations["addPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Put another version in place of a policy. */
        put: operations["changePolicy"];
        post?: never;
        /** Remove a policy; its versions are kept. */
        delete: operations["removePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/policies/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the policies in another order. */
        post: operations["orderPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/policies/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would happen to a text. Nothing is kept of it. */
        post: operations["tryPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tool, built-in ones, and the servers that have them. */
        get: operations["listTools"];
        put?: never;
        /**
         * Add a tool that is a request to a fixed server.
         * @description Every replica offers it within a second.
         */
        post: operations["addTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tools/{tool_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Put another request in place of a tool.
         * @description Without a credential the one before is kept, unless the tool goes to another server.
         */
        put: operations["changeTool"];
        post?: never;
        /** Remove a tool. */
        delete: operations["removeTool"];
        options?: never;
        head?: never;
        /**
         * Switch a tool on or off, or say whether each use has to be allowed.
         * @description Off, it is used in no replica after a second.
         */
        patch: operations["switchTool"];
        trace?: never;
    };
    "/api/v1/admin/tools/{tool_id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a tool as a model would. What it changes is changed. */
        post: operations["tryTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tool_switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch all tools of the workspace off, or on again.
         * @description Off, none is used in any replica after a second.
         */
        put: operations["switchTools"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tool_builtins/{builtin}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                builtin: "search" | "time" | "calculator" | "hand_over";
            };
            cookie?: never;
        };
        get?: never;
        /** Switch a built-in tool on or off. */
        put: operations["switchBuiltin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tool_imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an OpenAPI document offers. Nothing is kept of it. */
        post: operations["previewToolImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/tool_imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make tools of operations of an OpenAPI document. */
        post: operations["importTools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mcp_servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a server of the Model Context Protocol. */
        post: operations["addMcpServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mcp_servers/{server_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a server and the tools made of it. */
        delete: operations["removeMcpServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mcp_servers/{server_id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a server answers, and what it offers now. */
        post: operations["checkMcpServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mcp_servers/{server_id}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make tools of what a server offers now. */
        post: operations["addMcpTools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every assistant, archived ones last. */
        get: operations["listAssistants"];
        put?: never;
        /**
         * Make an assistant. It answers nobody before a version of it is published.
         * @description The one called `default` answers where nobody chose another, once it is live. There can be
         *     100 assistants, and 1,000 with those that are archived.
         */
        post: operations["addAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        /** An assistant with its versions, the newest first. */
        get: operations["getAssistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give an assistant another name, archive it, or bring it back.
         * @description An archived assistant answers nobody. Its conversations go on with the default one, and have
         *     it again when it is back.
         */
        patch: operations["changeAssistant"];
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a new version. The one that is live goes on answering.
         * @description Refused with `assistant_changed` when somebody has saved another one since. A hundred
         *     versions are kept: the oldest that never went live are forgotten first.
         */
        post: operations["saveAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                version: number;
            };
            cookie?: never;
        };
        /** What one version says. */
        get: operations["getAssistantVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a version live, an older one too.
         * @description Every replica answers with it within a second. Answers that are on their way end with the
         *     version they began with.
         */
        post: operations["publishAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/try": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a version that need not be live. Only what it costs is kept.
         * @description With `Accept: text/event-stream` the answer comes as the events of a turn, and ends when the
         *     reader leaves. Tools that change something are not offered, and no person is called.
         */
        post: operations["tryAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        /** The cases of an assistant, the oldest first. */
        get: operations["listCases"];
        put?: never;
        /** Add a case. An assistant can have 200. */
        post: operations["addCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                case_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Put another question or expectation in place of those of a case. */
        put: operations["changeCase"];
        post?: never;
        /** Remove a case. What came of it in earlier runs is kept. */
        delete: operations["removeCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        /** The last twenty runs, the newest first. */
        get: operations["listRuns"];
        put?: never;
        /**
         * Ask a version all cases of its assistant.
         * @description Four at once; each answer is metered as any other, and no conversation is kept of it. Refused
         *     with `run_running` while another run of the assistant goes on.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                run_id: string;
            };
            cookie?: never;
        };
        /** A run with what came of its cases so far. */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/assistants/{assistant_id}/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                run_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run. What has come is kept. */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Questions of the last 30 days that had no good answer, in groups.
         * @description Those whose answers cite nothing though documents were searched, and those whose answers were
         *     disliked; the last thousand, in a hundred groups. Questions of one group have a cosine of 0.86
         *     or more, or the same words.
         */
        get: operations["listUnansweredQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/assistants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The assistants that a conversation can be begun with.
         * @description The one called `default` is among them when somebody made it; else the product's own answers.
         */
        get: operations["listLiveAssistants"];
        put?: never;
        post?: never;
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
        /**
         * Begin an empty conversation.
         * @description A conversation keeps its assistant, and is answered by whichever version of it is live. When
         *     that is archived the default one goes on. Refused with `assistant_unknown` where nobody
         *     answers under the name.
         */
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
        /** Give a conversation another title, or archive it. A new question brings it back. */
        patch: operations["changeConversation"];
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
         *     second question meanwhile is refused with `turn_conflict`. The messages form a tree: without
         *     `parent_id` the question follows the branch that is shown. While the conversation is handed
         *     over, the message is for a person: there is no turn, and it follows what was said last.
         */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/messages/{message_id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask in other words. The new question stands beside the old one, which stays. */
        post: operations["editMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/messages/{message_id}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question once more. The message is the question or one of its answers. */
        post: operations["regenerateAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/branch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Show the branch of a message, down to what was said last in it. */
        put: operations["showBranch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/messages/{message_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Say what you think of an answer, or think again. */
        put: operations["putFeedback"];
        post?: never;
        /** Take back what you said of an answer. */
        delete: operations["deleteFeedback"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /** The links to a conversation, the latest first. */
        get: operations["listShares"];
        put?: never;
        /**
         * Make a link to the branch that is shown, as it is now.
         * @description The link shows the texts and the quotes of this moment to whoever has it: to people of the
         *     workspace, and to everybody where the workspace lets them. Its token is told once.
         */
        post: operations["createShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/shares/{share_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a link. Nobody can open it any more. */
        delete: operations["revokeShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["ShareToken"];
            };
            cookie?: never;
        };
        /** What a link of the caller's workspace leads to. */
        get: operations["readShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["ShareToken"];
            };
            cookie?: never;
        };
        /** What a link leads to, for everybody where its workspace lets them. */
        get: operations["readPublicShare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/attachments": {
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
         * Upload an image, to be shown with a question.
         * @description PNG, JPEG, GIF or WebP, at most 5 MiB and 50 million pixels. One that no question shows within
         *     a day is forgotten. What the images of one person may take together is bounded.
         */
        post: operations["uploadAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                attachment_id: string;
            };
            cookie?: never;
        };
        /** An image with its file. */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /** The documents of a conversation, and how far they are. */
        get: operations["listConversationDocuments"];
        put?: never;
        /**
         * Give a conversation a document of its own.
         * @description It is read like any document, found only by questions of this conversation, seen by nobody
         *     else, and deleted with it. A conversation holds 20. Answered once the file is stored; it is
         *     read in the background.
         */
        post: operations["uploadConversationDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                document_id: components["parameters"]["DocumentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a document of a conversation. */
        delete: operations["deleteConversationDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /** A conversation as a file. JSON has all branches, Markdown the one that is shown. */
        get: operations["exportConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a conversation from a file that was exported.
         * @description The same file is taken in once: sent again, it leads to the conversation that is there.
         *     Citations are left out, because nobody has checked what they say of documents.
         */
        post: operations["importConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers that people of the workspace judged, with their questions, the latest first. */
        get: operations["listFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be changed while the product runs, and what is in force. */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose some settings.
         * @description Makes a new version of what is chosen, which every replica follows within a second. What
         *     changes nothing makes none. Answers 409 `settings_changed` where `version` is not the newest.
         */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/api/v1/admin/settings/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of the settings, the latest first.
         * @description The last 1,000 are kept.
         */
        get: operations["listSettingVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["SettingVersion"];
            };
            cookie?: never;
        };
        /** What was chosen in a version. */
        get: operations["getSettingVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["SettingVersion"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll back, which makes a new version with what was chosen in an older one.
         * @description Version 0 is the one before the first, in which nothing was chosen.
         */
        post: operations["restoreSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/settings/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions. */
        get: operations["compareSettingVersions"];
        put?: never;
        post?: never;
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
         * @description Each event is `id: <seq>`, `event: <name>` and one line of JSON. `seq` is dense from 1; when
         *     another replica begins the answer anew, its `attempt` has the first number of the next
         *     million. The data of each event is the schema of its name: see `TurnEvent`. The stream ends
         *     after exactly one of `completed`, `failed` or `cancelled`; one that ends otherwise is to be
         *     taken up again. Leaving does not stop the answer.
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
    "/api/v1/chat/conversations/{conversation_id}/handover": {
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
         * Ask for a person. Where one was asked for already, nothing changes.
         * @description From now on what is said goes to people, and Parley begins no answer. Once somebody has
         *     claimed the conversation, Parley writes nothing in it until it is given back.
         */
        post: operations["askForPerson"];
        /** Go back to the assistant, whether somebody has claimed the conversation or not. */
        delete: operations["withdrawHandover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/events": {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `id` that was read, or `last_happening` of the conversation. */
                "Last-Event-ID"?: string;
            };
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * Follow a conversation that was handed over, as server-sent events.
         * @description The events are `message` (a `SaidEvent`), `handover` (a `HandsEvent`) and `typing`
         *     (`{"typing"}`, whether an agent types). The stream does not end by itself. Events that come
         *     from another replica may be half a second late.
         */
        get: operations["readConversationEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/conversations/{conversation_id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Say that you are there, and whether you type. Holds for some seconds. */
        put: operations["showTyping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations that were handed over. */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear of what changes in the inbox, as server-sent events.
         * @description `ready` says to look at everything, `changed` (`{"conversation_id","kind","seq"}`) that
         *     something happened in a conversation, `presence` (`{"conversation_id","people"}`) who is at
         *     one now. The stream holds no texts.
         */
        get: operations["readInboxEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What agents of the workspace say often, by shortcut. */
        get: operations["listCannedReplies"];
        put?: never;
        /** Keep something that is said often. */
        post: operations["addCannedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/canned-replies/{canned_reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                canned_reply_id: string;
            };
            cookie?: never;
        };
        get?: never;
        /** Say it in other words. */
        put: operations["changeCannedReply"];
        post?: never;
        /** Forget it. */
        delete: operations["deleteCannedReply"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        /**
         * A conversation that was handed over, with its messages and all that agents know.
         * @description What was said after the end of the hand-over is not among the messages.
         */
        get: operations["getInboxConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                attachment_id: string;
            };
            cookie?: never;
        };
        /** An image of a conversation that was handed over, with its file. */
        get: operations["getInboxAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/claim": {
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
         * Take a conversation, from the queue or from another agent.
         * @description `epoch` is the one in which the caller has seen it. Of two who see the same, one gets it; the
         *     other is refused with `handover_taken`.
         */
        post: operations["claimConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/give-back": {
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
        /** Give a conversation of yours back to the assistant, or to the queue. */
        post: operations["giveBackConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/close": {
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
        /** Say that a conversation of yours is settled. Parley answers what is asked next. */
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/messages": {
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
        /** Say something in a conversation of yours. */
        post: operations["replyInConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/notes": {
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
        /** Note something for other agents. The owner of the conversation does not see it. */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{conversation_id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Say that you look at a conversation, and whether you type. Holds for some seconds. */
        put: operations["showPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat/turns/{turn_id}/tool_calls/{tool_call_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
                tool_call_id: number;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Allow or decline a use of a tool that waits for it.
         * @description Whoever asked decides, once. A use that nobody decides about within five minutes is declined.
         */
        post: operations["decideToolCall"];
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
        /** The knowledge bases that the caller may read. */
        get: operations["listBases"];
        put?: never;
        /**
         * Make a knowledge base.
         * @description Everybody in the workspace may read it and agents may change it, unless `access` says
         *     otherwise.
         */
        post: operations["createBase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/bases/{base_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        /** A knowledge base, and who may read and change its documents. */
        get: operations["getBase"];
        put?: never;
        post?: never;
        /** Forget a knowledge base with all its documents, their texts and their vectors. */
        delete: operations["deleteBase"];
        options?: never;
        head?: never;
        /** Give a knowledge base another name or description. */
        patch: operations["changeBase"];
        trace?: never;
    };
    "/api/v1/knowledge/bases/{base_id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Decide who may read and change the documents of a knowledge base.
         * @description Holds for every answer, search and page from the moment this is answered.
         */
        put: operations["setBaseAccess"];
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
    "/api/v1/knowledge/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where documents come from by themselves, by name. */
        get: operations["listSources"];
        put?: never;
        /** Add a source. It is gone through at once, and then as its schedule says. */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        /** One source and how it stands. */
        get: operations["getSource"];
        /**
         * Store a source in another form.
         * @description Its kind and its base stay. Keys that are left out stay; empty ones are forgotten.
         */
        put: operations["changeSource"];
        post?: never;
        /** Remove a source and forget the documents that came from it. */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/sources/{source_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        /** The last twenty times a source was gone through, the newest first. */
        get: operations["listSourceRuns"];
        put?: never;
        /**
         * Go through a source now.
         * @description Refused with `source_running` while another run of the source waits or goes on.
         */
        post: operations["startSourceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/sources/{source_id}/runs/{source_run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
                source_run_id: string;
            };
            cookie?: never;
        };
        /** A run and what it did, page by page. */
        get: operations["getSourceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/knowledge/sources/{source_id}/runs/{source_run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
                source_run_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a run soon. What it has done stays, and it forgets nothing. */
        post: operations["cancelSourceRun"];
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
        OpenAiError: {
            error: {
                message: string;
                type: string;
                param?: string | null;
                code: string;
            };
        };
        ProviderName: string;
        ProviderKeyRequest: {
            label: string;
            key: string;
        };
        ModelProviderRequest: {
            name: components["schemas"]["ProviderName"];
            /** @enum {string} */
            kind: "openai" | "gemini" | "anthropic" | "ollama";
            /** @description Empty for the vendor's own. */
            base_url?: string;
            keys?: components["schemas"]["ProviderKeyRequest"][];
        };
        ModelProvider: {
            /**
             * Format: uuid
             * @description Absent for the one of the configuration.
             */
            id?: string;
            name: string;
            kind: string;
            base_url: string;
            keys: {
                /** Format: uuid */
                id: string;
                label: string;
                /** @description Its last letters. */
                hint: string;
                /** Format: date-time */
                created_at: string;
            }[];
        };
        PolicyDefinition: {
            where: ("input" | "tool" | "output")[];
            /**
             * @description Patterns of RE2, where `^` and `$` mean lines. Where answers are looked at, no match may be
             *     longer than 256 characters.
             */
            patterns?: string[];
            kinds?: components["schemas"]["PiiKind"][];
            keywords?: string[];
            /** @description Models that it is for; none for all. */
            routes?: string[];
            /**
             * @description Names of the assistants that it is for; none for all, and for programs that ask models
             *     themselves.
             */
            assistants?: string[];
            action: {
                /** @enum {string} */
                type: "allow" | "deny" | "redact" | "route" | "hand_over";
                /** @description Of `deny`: told to the person. */
                reason?: string;
                /** @description Of `redact`; without it the name of the kind, in brackets. */
                replacement?: string;
                /** @description Of `redact`: the model reads a placeholder, and the reader of its answer sees what it stands for. */
                reversible?: boolean;
                /** @description Of `route`: the model that is asked instead. */
                model?: string;
                /** @description Of `hand_over`: told to whoever asked, while a person is called. Only in conversations. */
                reply?: string;
            };
        };
        /** @enum {string} */
        PiiKind: "email" | "phone" | "iban" | "card" | "passport" | "ip" | "social_security" | "secret";
        PolicyTried: {
            /** @enum {string} */
            decision: "allow" | "deny" | "redact" | "route" | "hand_over";
            reason?: string;
            /** @description The model that would be asked instead. */
            route?: string;
            /** @description What would go on. */
            text: string;
            matches: {
                /** Format: uuid */
                policy_id: string;
                name: string;
                /** @enum {string} */
                action: "allow" | "deny" | "redact" | "route" | "hand_over";
                /** @description A kind, `keyword` or `pattern`. */
                found: string;
                start: number;
                end: number;
            }[];
        };
        PolicyRequest: {
            name: string;
            /** @default true */
            enabled: boolean;
            /** @description The one that it is to replace; without it the newest. */
            version?: number;
            definition: components["schemas"]["PolicyDefinition"];
        };
        Policy: {
            /** Format: uuid */
            id: string;
            name: string;
            enabled: boolean;
            version: number;
            /** @description How many characters of an answer on its way wait at most for what comes. */
            holds_back: number;
            definition: components["schemas"]["PolicyDefinition"];
        };
        Policies: {
            policies: components["schemas"]["Policy"][];
            kinds: components["schemas"]["PiiKind"][];
        };
        ToolCredential: {
            header: string;
            /** @description The last letters of its value; empty for short ones. */
            hint: string;
        };
        ToolCredentialRequest: {
            /** @description Such as `Authorization`. */
            header: string;
            /** @description Kept sealed, and never shown again. */
            value: string;
        };
        /**
         * @description Where arguments stand that are not in the path: without an entry in the JSON body of `POST`,
         *     `PUT` and `PATCH`, and in the query of others.
         */
        ToolPlaces: {
            [key: string]: "path" | "query" | "header" | "body";
        };
        ToolRequest: {
            name: string;
            /** @description What it is for, as models read it. */
            description: string;
            /** @enum {string} */
            method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
            /** @description With `{name}` in its path where an argument stands. */
            url: string;
            places?: components["schemas"]["ToolPlaces"];
            /** @description JSON Schema (2020-12) of the arguments, an object. */
            schema?: {
                [key: string]: unknown;
            };
            /**
             * @description Whether a person has to allow each use.
             * @default true
             */
            side_effect: boolean;
            /** @default true */
            enabled: boolean;
            credential?: components["schemas"]["ToolCredentialRequest"];
        };
        Tool: {
            /** Format: uuid */
            id: string;
            name: string;
            description: string;
            /** @enum {string} */
            kind: "http" | "mcp" | "builtin";
            side_effect: boolean;
            enabled: boolean;
            method?: string;
            url?: string;
            places?: components["schemas"]["ToolPlaces"];
            /**
             * Format: uuid
             * @description Of the server that has it.
             */
            server_id?: string;
            /** @description What that server calls it. */
            remote?: string;
            schema: {
                [key: string]: unknown;
            };
            credential?: components["schemas"]["ToolCredential"];
        };
        Tools: {
            /** @description Whether no tool is used at all. */
            stopped: boolean;
            tools: components["schemas"]["Tool"][];
            builtins: {
                /** @enum {string} */
                name: "search" | "time" | "calculator" | "hand_over";
                description: string;
                side_effect: boolean;
                enabled: boolean;
            }[];
            servers: components["schemas"]["McpServer"][];
            /** @description Names of the programs that may be chosen as servers. */
            programs: string[];
        };
        AddedTools: {
            tools: components["schemas"]["Tool"][];
        };
        ToolTried: {
            ok: boolean;
            /** @description As the model would read it. */
            text: string;
            ms: number;
        };
        /** @description A document or the URL of one, not both. */
        ToolImportSource: {
            url?: string;
            /** @description OpenAPI 3, as JSON or YAML. */
            document?: string;
            /** @description The server of its operations; without it the first that it names. */
            server_url?: string;
        };
        ToolImportPreview: {
            title: string;
            server: string;
            operations: {
                /** @description Method and path, such as `GET /pets/{id}`. */
                operation: string;
                name: string;
                description: string;
                side_effect: boolean;
                schema: {
                    [key: string]: unknown;
                };
                /** @description Why no tool can be made of it. */
                refused?: string;
            }[];
        };
        ToolImport: {
            source: components["schemas"]["ToolImportSource"];
            credential?: components["schemas"]["ToolCredentialRequest"];
            tools: {
                operation: string;
                name?: string;
                side_effect?: boolean;
            }[];
        };
        /** @description At a URL, or one of the programs that the configuration allows. */
        McpServerRequest: {
            name: string;
            url?: string;
            program?: string;
            credential?: components["schemas"]["ToolCredentialRequest"];
        };
        McpServer: {
            /** Format: uuid */
            id: string;
            name: string;
            url?: string;
            program?: string;
            credential?: components["schemas"]["ToolCredential"];
        };
        McpServerChecked: {
            ok: boolean;
            /** @description What went wrong. */
            detail: string;
            ms: number;
            tools: {
                remote: string;
                description: string;
                /** @description What the server says of itself; nobody has checked it. */
                read_only: boolean;
                schema: {
                    [key: string]: unknown;
                };
                /** @description Why it cannot be used. */
                refused?: string;
            }[];
        };
        ModelRouteRequest: {
            /**
             * @description The product's own questions take it.
             * @default false
             */
            standard: boolean;
            /** @default false */
            embeddings: boolean;
            /** @default 4096 */
            max_tokens: number;
            /** @default 0 */
            cache_seconds: number;
            /**
             * @description Whether a stream that broke off is gone on with by another attempt, as long as that one
             *     says the same.
             * @default false
             */
            resume: boolean;
            targets: {
                /**
                 * @description 0 takes what is too long for the others.
                 * @default 1
                 */
                tier: number;
                /** Format: uuid */
                provider_id: string;
                model: string;
                /** @default 1 */
                weight: number;
            }[];
        };
        ModelRoute: {
            name: string;
            standard: boolean;
            embeddings: boolean;
            max_tokens: number;
            cache_seconds: number;
            resume: boolean;
            /** @description False for the one that the configuration makes. */
            stored: boolean;
            targets: {
                tier: number;
                provider: string;
                /** Format: uuid */
                provider_id?: string;
                model: string;
                weight: number;
                /** @description Of this replica, as are the others below. */
                in_flight: number;
                latency_ms: number;
                keys: {
                    label: string;
                    /** @enum {string} */
                    state: "closed" | "open" | "half_open";
                }[];
            }[];
        };
        OpenAiRequest: {
            /** @description Name of a route; see `GET /v1/models`. */
            model: string;
            /** @default false */
            stream: boolean;
            cache?: {
                /** @enum {string} */
                mode?: "off" | "read" | "write" | "on";
                /** @description Seconds. */
                max_age?: number;
                /** @description Cosine from which on a question counts as equal, 0.5 to 1. */
                semantic?: number;
            };
        };
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
        AuditEvent: {
            /** @description Dense, from 1. */
            seq: number;
            /** Format: date-time */
            at: string;
            /** @description `user:<id>`, `key:<id>`, `anonymous` or `parley`. */
            actor: string;
            /** @description Such as `key.created`; later versions know more. */
            action: string;
            /** @description What it was done to; empty for the workspace itself. */
            target: string;
            /** @description What else there is to say. */
            detail: Record<string, never>;
            /** @description Leads to the lines of the server's log. */
            request_id: string;
            /** @description Network address; empty where Parley acted by itself. */
            address: string;
        };
        AuditAnchor: {
            seq: number;
            /** @description Hash of the event with that number. */
            hash: string;
        };
        AuditVerified: {
            ok: boolean;
            /** @description Events that are as they were written. */
            checked: number;
            anchor: components["schemas"]["AuditAnchor"];
            /** @description The first place that is wrong. */
            fault?: {
                seq: number;
                /**
                 * @description `edited`: the event, or its order, was changed. `gap`: the event is missing.
                 *     `inserted`: the product did not write it. `truncated`: it and all later ones are
                 *     missing. `head_edited`: the record of the last event was changed. `rewritten`: it is
                 *     not the event that the anchor noted.
                 * @enum {string}
                 */
                reason: "edited" | "gap" | "inserted" | "truncated" | "head_edited" | "rewritten";
            };
        };
        AskRequest: {
            query: string;
            /**
             * Format: uuid
             * @description The conversation to go on with.
             */
            conversation_id?: string;
            /**
             * @description Who answers; the default one when absent. A conversation that goes on keeps its own:
             *     another one is refused with `assistant_mismatch`.
             */
            assistant?: components["schemas"]["AssistantSlug"];
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
            /**
             * @description When the conversation is handed over. The query is then for a person, `answer` is empty,
             *     `message_id` is that of the query and `model` is `person`.
             */
            handover?: components["schemas"]["OwnersHandover"];
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
                /**
                 * @description The colour of buttons and links.
                 * @enum {string}
                 */
                accent: "green" | "blue" | "violet" | "rose" | "amber" | "slate";
            };
            caller: {
                /** @enum {string} */
                kind: "person" | "key" | "anonymous";
                /** @description Of the person */
                name?: string;
                role?: components["schemas"]["Role"];
                /** @description What the caller may do, by the names of `x-permission`. */
                permissions?: string[];
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
        Email: string;
        /** @description 8 to 128 characters; none that is known from leaks. */
        Password: string;
        /** @enum {string} */
        Role: "owner" | "admin" | "agent" | "member";
        SignInMethods: {
            /** @description Whether people sign in with a password. */
            password: boolean;
            /** @enum {string} */
            registration: "open" | "invitation" | "closed";
            /** @description The workspace has no owner yet. */
            setup_needed: boolean;
            /** @description Present where people sign in with an account from elsewhere. */
            oidc?: {
                /** @description What the button says. */
                name: string;
                /** @description Where the button leads. */
                start: string;
            };
        };
        RegisterRequest: {
            email: components["schemas"]["Email"];
            name: string;
            password: components["schemas"]["Password"];
            /** @description The token of the link. */
            invitation?: string;
        };
        LoginRequest: {
            email: string;
            password: string;
            /** @description Of the authenticator app, or a recovery code. */
            code?: string;
        };
        RefreshRequest: {
            /** @description In place of the cookie. */
            refresh_token?: string;
        };
        PasswordProof: {
            password: string;
        };
        SignedIn: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            /** @description Only in the answer to a refresh token in the body, or to `X-Refresh-Token body`. */
            refresh_token?: string;
            user: components["schemas"]["Person"];
        };
        Person: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            enabled: boolean;
            /** @description Whether a second factor is on. */
            totp: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at?: string;
        };
        SignInSession: {
            /** Format: uuid */
            id: string;
            /** @description Whether this request belongs to it. */
            current: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string;
            /** @description Where it was used last. */
            address: string;
            /** @description What the browser calls itself. */
            agent: string;
        };
        Invitation: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        /**
         * @description `read` sees answers and documents, `ask` asks, `models` calls models under `/v1`,
         *     `knowledge` changes documents, `inbox` works on what was handed over; `people`, `audit`, `usage` and `budgets` are for
         *     administrators. A key never may more than its maker.
         * @enum {string}
         */
        KeyScope: "read" | "ask" | "models" | "knowledge" | "people" | "audit" | "usage" | "budgets" | "inbox";
        ApiKey: {
            id: string;
            /** @enum {string} */
            kind: "secret" | "publishable";
            name: string;
            /** @description How the key's text begins. */
            hint: string;
            scopes: components["schemas"]["KeyScope"][];
            /** @description Of a publishable key, the sites that may use it. */
            origins?: string[];
            /** @description In place of the server's limit. */
            requests_per_window?: number;
            /** @description The name of who made it. */
            owner: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: date-time */
            last_used_at?: string;
        };
        ApiKeyRequest: {
            name: string;
            /**
             * @default secret
             * @enum {string}
             */
            kind: "secret" | "publishable";
            /** @description Everything its maker may, when absent. A publishable key may only ask. */
            scopes?: components["schemas"]["KeyScope"][];
            /** @description Needed for a publishable key. */
            origins?: string[];
            requests_per_window?: number;
            expires_in_days?: number;
        };
        /**
         * Format: int64
         * @description Nano-US-dollars; a dollar is 1,000,000,000.
         */
        Nano: number;
        /**
         * Format: int64
         * @description Nano-US-dollars; a dollar is 1,000,000,000.
         */
        LimitNano: number;
        /** @description Token classes do not overlap. */
        UsageSums: {
            /**
             * Format: int64
             * @description Attempts of calls.
             */
            requests: number;
            /**
             * Format: int64
             * @description Those of them that neither completed nor were cancelled.
             */
            failures: number;
            /** Format: int64 */
            input_tokens: number;
            /** Format: int64 */
            cache_read_tokens: number;
            /** Format: int64 */
            cache_write_tokens: number;
            /**
             * Format: int64
             * @description Without reasoning.
             */
            output_tokens: number;
            /** Format: int64 */
            reasoning_tokens: number;
            cost_nano: components["schemas"]["Nano"];
        };
        UsageSeries: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            bucket: "hour" | "day";
            /** @enum {string} */
            group_by: "workspace" | "model" | "provider" | "kind" | "user" | "key";
            /** @description By time, then name; only where there was use. */
            points: {
                /**
                 * Format: date-time
                 * @description When the bucket begins.
                 */
                at: string;
                /** @description Empty for nobody in particular. */
                name: string;
                sums: components["schemas"]["UsageSums"];
            }[];
            /** @description The most expensive first. */
            totals: {
                name: string;
                sums: components["schemas"]["UsageSums"];
            }[];
            total: components["schemas"]["UsageSums"];
        };
        ExplainedCall: {
            request_id: string;
            caller: string;
            attempts: {
                /** @description From 1; 0 where no model had to be asked. */
                number: number;
                kind: string;
                route: string;
                /** @description Or where an answer came from that was reused. */
                target: string;
                model: string;
                /** @description The label of the key; empty without one. */
                provider_key: string;
                /** @description completed, cancelled, hit, shared, or the class of the failure. */
                outcome: string;
                /** Format: date-time */
                started_at: string;
                /** Format: int64 */
                duration_micros: number;
                /** Format: int64 */
                first_token_micros?: number | null;
                usage: {
                    /** Format: int64 */
                    input: number;
                    /** Format: int64 */
                    cache_read: number;
                    /** Format: int64 */
                    cache_write: number;
                    /** Format: int64 */
                    output: number;
                    /** Format: int64 */
                    reasoning: number;
                    estimated: boolean;
                };
                /** @description What the provider said, in its own words. */
                raw_usage?: Record<string, never> | null;
                /**
                 * Format: int64
                 * @description Nano-US-dollars.
                 */
                cost_nano: number;
            }[];
            /** Format: int64 */
            cost_nano: number;
        };
        /** @description Nano-US-dollars for a million tokens of each class. */
        PerMillion: {
            input: components["schemas"]["PriceOfMillion"];
            cache_read?: components["schemas"]["PriceOfMillion"];
            cache_write?: components["schemas"]["PriceOfMillion"];
            output: components["schemas"]["PriceOfMillion"];
            reasoning?: components["schemas"]["PriceOfMillion"];
        };
        /**
         * Format: int64
         * @description Nano-US-dollars. Of a cache absent means that of input, of reasoning that of output.
         */
        PriceOfMillion: number;
        Price: {
            /** Format: uuid */
            id: string;
            provider: string;
            model: string;
            per_million: components["schemas"]["PerMillion"];
            per_request: components["schemas"]["Nano"];
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description Absent while no end is known.
             */
            to?: string;
            /**
             * Format: date-time
             * @description Absent for those that Parley brings along.
             */
            recorded_at?: string;
            /** @description Where the figure was read. */
            source: string;
        };
        PriceRequest: {
            provider: string;
            model: string;
            per_million: components["schemas"]["PerMillion"];
            per_request?: components["schemas"]["PriceOfMillion"];
            /**
             * Format: date-time
             * @description Now when absent.
             */
            from?: string;
            /** Format: date-time */
            to?: string;
            source?: string;
        };
        /**
         * @description Whom it is for.
         * @enum {string}
         */
        SubjectKind: "workspace" | "user" | "key";
        Budget: {
            /** Format: uuid */
            id: string;
            name: string;
            subject: components["schemas"]["SubjectKind"];
            /** @description The user or the key; empty for the workspace. */
            subject_id: string;
            /** @enum {string} */
            period: "day" | "month" | "total";
            limit_nano: components["schemas"]["Nano"];
            spent_nano: components["schemas"]["Nano"];
            /**
             * Format: int64
             * @description Kept for calls that are under way or may come next.
             */
            leased_nano: number;
            remaining_nano: components["schemas"]["Nano"];
            /** Format: date-time */
            window_from: string;
            /**
             * Format: date-time
             * @description Absent where it has no end.
             */
            window_to?: string;
            /** Format: date-time */
            created_at: string;
        };
        BudgetRequest: {
            name: string;
            subject: components["schemas"]["SubjectKind"];
            subject_id?: string;
            /**
             * @description Days and months are those of UTC.
             * @enum {string}
             */
            period: "day" | "month" | "total";
            limit_nano: components["schemas"]["LimitNano"];
        };
        UsageLimit: {
            /** Format: uuid */
            id: string;
            subject: components["schemas"]["SubjectKind"];
            subject_id: string;
            model: string;
            /** Format: int64 */
            tokens_per_window?: number;
            window_seconds: number;
            concurrent?: number;
            /** Format: date-time */
            created_at: string;
        };
        UsageLimitRequest: {
            subject: components["schemas"]["SubjectKind"];
            /** @description Empty or absent for everybody of the kind, each by themselves. */
            subject_id?: string;
            /** @description Empty or absent for all models together. */
            model?: string;
            /** Format: int64 */
            tokens_per_window?: number;
            /** @default 60 */
            window_seconds: number;
            concurrent?: number;
        };
        SetupRequest: {
            token: string;
            workspace_name: string;
            owner_name: string;
            owner_email: components["schemas"]["Email"];
            owner_password: components["schemas"]["Password"];
        };
        /** @description What programs call it. It never changes. */
        AssistantSlug: string;
        AssistantName: string;
        /** @description What is new in this version. */
        AssistantNote: string;
        /** @description What an assistant is. Policies, consents and budgets hold whatever stands here. */
        AssistantDefinition: {
            /** @description What the model is told before every answer, ahead of the product's own rules. */
            instructions: string;
            /** @description The model that answers; the workspace's own when absent, or when it is gone. */
            route?: string;
            /** @description Names of those that it may call, of those that are on; all of them when absent. */
            tools?: string[];
            /**
             * @description Knowledge bases that it looks into, of those that whoever asks may read; all of them when
             *     absent.
             */
            bases?: string[];
            /**
             * @description The language it answers in; that of the question when absent.
             * @enum {string}
             */
            language?: "ar" | "cs" | "da" | "de" | "el" | "en" | "es" | "fi" | "fr" | "he" | "hi" | "hu" | "id" | "it" | "ja" | "ko" | "nb" | "nl" | "pl" | "pt" | "pt-BR" | "ro" | "ru" | "sv" | "th" | "tr" | "uk" | "vi" | "zh" | "zh-Hant";
            /** @description What is said before the first question. */
            greeting: string;
            /** @description Questions worth asking first. */
            suggestions: string[];
            /** @description The longest answer, below the bound of its model. */
            max_tokens?: number;
            /** @description The most passages that an answer uses. */
            passages?: number;
        };
        Assistant: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @description Absent while none is live. */
            live_version?: number;
            latest_version: number;
            archived: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            changed_at: string;
        };
        AssistantDetail: {
            assistant: components["schemas"]["Assistant"];
            /** @description Of the newest version. */
            definition: components["schemas"]["AssistantDefinition"];
            versions: {
                version: number;
                note: string;
                /** Format: date-time */
                created_at: string;
                created_by: string;
                /**
                 * Format: date-time
                 * @description When it went live last.
                 */
                published_at?: string;
            }[];
        };
        /** @description What an answer has to be; at least one thing. */
        CaseExpectation: {
            /** @description Id or title of a document that has to be among the sources. */
            cites?: string;
            /** @description Words that have to stand in the answer, in any case. */
            contains: string[];
            /** @description Words that must not. */
            lacks: string[];
            /** @description Whether the documents hold no answer, so that nothing may be cited. */
            unknown: boolean;
        };
        QuestionCaseRequest: {
            question: string;
            expect: components["schemas"]["CaseExpectation"];
            /**
             * Format: uuid
             * @description The message that it is made of.
             */
            question_id?: string;
        };
        QuestionCase: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            assistant_id: string;
            question: string;
            expect: components["schemas"]["CaseExpectation"];
            /** Format: uuid */
            question_id?: string;
            /** Format: date-time */
            created_at: string;
            created_by: string;
        };
        CaseRun: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            assistant_id: string;
            version: number;
            /**
             * @description `interrupted` when the process that ran it has died.
             * @enum {string}
             */
            state: "running" | "done" | "cancelled" | "interrupted";
            total: number;
            done: number;
            passed: number;
            /** Format: date-time */
            started_at: string;
            started_by: string;
            /** Format: date-time */
            finished_at?: string;
        };
        CaseResult: {
            /** Format: uuid */
            case_id: string;
            passed: boolean;
            question: string;
            answer: string;
            /** @description Titles of what was cited. */
            sources: string[];
            faults: {
                /**
                 * @description `known` is a citation where none may be; `failed` is no answer.
                 * @enum {string}
                 */
                kind: "not_cited" | "missing" | "unwanted" | "known" | "failed";
                text: string;
            }[];
            ms: number;
        };
        UnansweredQuestions: {
            unanswered: number;
            disliked: number;
            groups: {
                /** @description The latest of them. */
                question: string;
                count: number;
                unanswered: number;
                disliked: number;
                /** Format: date-time */
                last_at: string;
                /** @description The latest ten. */
                questions: {
                    /** Format: uuid */
                    id: string;
                    question: string;
                    /** Format: uuid */
                    assistant_id?: string;
                    /** Format: date-time */
                    asked_at: string;
                    unanswered: boolean;
                    reason?: string;
                }[];
            }[];
        };
        LiveAssistant: {
            slug: string;
            name: string;
            greeting: string;
            suggestions: string[];
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
            archived: boolean;
            /**
             * Format: uuid
             * @description The last message of the branch that is shown. Following `parent_id` from it leads to the
             *     first one.
             */
            active_message_id?: string;
            message_count: number;
            /** Format: uuid */
            running_turn?: string;
            /** @description The slug of the one that answers; absent for the default one. */
            assistant?: string;
            /**
             * @description The number of the last thing that happened between people, behind which
             *     `readConversationEvents` goes on; 0 before the first.
             */
            last_happening: number;
        };
        Attachment: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            media_type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
            bytes: number;
            /** Format: date-time */
            created_at: string;
        };
        ConversationDetail: {
            conversation: components["schemas"]["Conversation"];
            messages: components["schemas"]["Message"][];
            feedback: components["schemas"]["Feedback"][];
            /** @description What the messages show. */
            attachments: components["schemas"]["ShownAttachment"][];
            running_turn?: components["schemas"]["Turn"];
            handover?: components["schemas"]["OwnersHandover"];
            /** @description The names of agents who said something. */
            people: components["schemas"]["NamedPerson"][];
        };
        /**
         * @description `agent` is a person who took the conversation over.
         * @enum {string}
         */
        MessageRole: "user" | "assistant" | "agent";
        Message: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Absent at the beginning.
             */
            parent_id?: string;
            role: components["schemas"]["MessageRole"];
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
            /**
             * Format: uuid
             * @description Who said it
             */
            author_id?: string;
        };
        /** @enum {string} */
        Rating: "up" | "down";
        /** @enum {string} */
        FeedbackReason: "wrong" | "incomplete" | "unsupported" | "unclear" | "off_topic" | "unsafe" | "other";
        Feedback: {
            /** Format: uuid */
            message_id: string;
            rating: components["schemas"]["Rating"];
            reason?: components["schemas"]["FeedbackReason"];
            /** @description Empty when they said no more. */
            text: string;
            /** Format: date-time */
            updated_at: string;
        };
        JudgedAnswer: {
            feedback: components["schemas"]["Feedback"];
            question: string;
            answer: string;
            model?: string;
        };
        Share: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation_id: string;
            title: string;
            /** Format: date-time */
            created_at: string;
        };
        SharedConversation: {
            title: string;
            /** @description The name of who answered; absent for the product's own. */
            assistant?: string;
            /**
             * Format: date-time
             * @description When it was shared.
             */
            created_at: string;
            messages: {
                role: components["schemas"]["MessageRole"];
                text: string;
                citations: {
                    number: number;
                    quote: string;
                }[];
            }[];
        };
        Settings: {
            /** @description The newest one; 0 before the first. */
            version: number;
            settings: components["schemas"]["Setting"][];
        };
        Setting: {
            /** @description Such as `answers.passages`. */
            key: string;
            /** @description The first word of the key. */
            group: string;
            value: components["schemas"]["SettingValue"];
            standard: components["schemas"]["SettingValue"];
            /** @description Whether somebody has chosen the value. */
            chosen: boolean;
            form: components["schemas"]["SettingForm"];
            /** @description What it does. */
            about: string;
        };
        /** @description What values a setting can have. */
        SettingForm: {
            /** @enum {string} */
            type: "switch" | "number" | "choice" | "text" | "lines";
            /** @description Of a number. */
            least?: number;
            /** @description Of a number, or how many lines there may be. */
            most?: number;
            /** @description What a number counts. */
            unit?: string;
            /** @description What can be chosen. */
            words?: string[];
            /** @description Of a text or of one line; in code points. */
            longest?: number;
        };
        /** @description A text, a number, true, false or texts; which of them, the form says. */
        SettingValue: boolean | number | string | string[];
        /** @description Why. */
        SettingNote: string;
        /** @description The newest version that the caller has seen; 0 for none. */
        KnownSettingVersion: number;
        SettingsRequest: {
            version: components["schemas"]["KnownSettingVersion"];
            /** @description Values by key; null for the default. What is not named stays as it is. */
            values: {
                [key: string]: unknown;
            };
            note?: components["schemas"]["SettingNote"];
        };
        /**
         * @description Values that nobody chose are the defaults; a setting that this version of Parley does not
         *     know has none.
         */
        SettingChange: {
            key: string;
            before?: components["schemas"]["SettingValue"];
            after?: components["schemas"]["SettingValue"];
        };
        SettingVersion: {
            version: number;
            /** @description Such as `user:…`; `parley` for the server itself. */
            changed_by: string;
            /** Format: date-time */
            changed_at: string;
            note?: string;
            /** @description The older version that this one repeats. */
            restored?: number;
            /** @description What it made different; absent where the version before it is forgotten. */
            changes?: components["schemas"]["SettingChange"][];
        };
        ChosenSettings: {
            version: number;
            changed_by: string;
            /** Format: date-time */
            changed_at: string;
            note?: string;
            restored?: number;
            /** @description Values by key, also of settings that this version of Parley does not know. */
            chosen: {
                [key: string]: unknown;
            };
        };
        ExportedConversation: {
            /** @enum {string} */
            format: "parley.conversation";
            /** @enum {integer} */
            version: 1;
            title: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            active_message_id?: string;
            /** @description Those said to a message stand behind it. */
            messages: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                parent_id?: string;
                role: components["schemas"]["MessageRole"];
                text: string;
                /** @enum {string} */
                state: "complete" | "interrupted" | "cancelled" | "failed";
                /** Format: date-time */
                created_at: string;
                model?: string;
                citations?: components["schemas"]["Citation"][];
                /** @description What the message shows, by name. They are not in the file, and not taken in. */
                images?: {
                    name: string;
                    media_type: string;
                    bytes: number;
                }[];
            }[];
        };
        PostedMessage: {
            message: components["schemas"]["Message"];
            turn?: components["schemas"]["Turn"];
            /** @description In place of a turn, when the message is for a person. */
            handover?: components["schemas"]["OwnersHandover"];
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
            /**
             * Format: uuid
             * @description Absent for the product's own answers.
             */
            assistant_id?: string;
            /** @description The version of it that answers. */
            assistant_version?: number;
        };
        /** @description The data of one event, by its name. */
        TurnEvent: components["schemas"]["StartedEvent"] | components["schemas"]["AttemptEvent"] | components["schemas"]["StatusEvent"] | components["schemas"]["RetrievedEvent"] | components["schemas"]["DeltaEvent"] | components["schemas"]["CitationEvent"] | components["schemas"]["ToolCallEvent"] | components["schemas"]["ToolResultEvent"] | components["schemas"]["UsageEvent"] | components["schemas"]["HandoverEvent"] | components["schemas"]["CompletedEvent"] | components["schemas"]["FailedEvent"] | components["schemas"]["CancelledEvent"];
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
        /**
         * @description `attempt`: another replica begins the answer anew, because the one that was writing it is
         *     gone. What was told before is void.
         */
        AttemptEvent: {
            attempt: number;
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
            /** @description What was looked up, when that is not the question as it was asked. */
            query?: string;
        };
        /** @description `delta`: the next piece of the answer. */
        DeltaEvent: {
            text: string;
        };
        /** @description `citation`: stands before the delta that holds its number. */
        CitationEvent: {
            citation: components["schemas"]["Citation"];
        };
        /** @description `tool_call`: a tool that the model wants used, and again when that goes on. */
        ToolCallEvent: {
            /** @description Counted from 1 in the turn. */
            call_id: number;
            tool: string;
            /** @description Exactly those that it is given, as JSON with its keys in order. */
            arguments: string;
            side_effect: boolean;
            /**
             * @description `waiting` until somebody allows or declines it.
             * @enum {string}
             */
            state: "waiting" | "running" | "refused";
        };
        /** @description `tool_result`: what became of it. */
        ToolResultEvent: {
            call_id: number;
            tool: string;
            /** @enum {string} */
            outcome: "ok" | "error" | "declined" | "refused";
            /** @description What the model reads, or its beginning. */
            text: string;
            ms: number;
        };
        /** @description `usage`: what the answer cost. */
        UsageEvent: {
            model: string;
            usage: components["schemas"]["Usage"];
        };
        /** @description `handover` of a turn: a person was asked, and the conversation waits for one. */
        HandoverEvent: {
            asked_by: components["schemas"]["HandoverBy"];
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
        /**
         * @description `cancelled`: stopped by the reader, and what was written is stored; or, without
         *     `message_id`, by a person who took the conversation over, and nothing is. Terminal.
         */
        CancelledEvent: {
            /** Format: uuid */
            message_id?: string;
        };
        NamedPerson: {
            /** Format: uuid */
            id: string;
            /** @description Empty when it is not known any more. */
            name: string;
        };
        /**
         * @description `open` waits for somebody, `claimed` is with somebody, `closed` is over.
         * @enum {string}
         */
        HandoverState: "open" | "claimed" | "closed";
        /** @enum {string} */
        HandoverOutcome: "given_back" | "resolved" | "withdrawn";
        /** @enum {string} */
        HandoverBy: "user" | "tool" | "rule" | "agent";
        OwnersHandover: {
            state: components["schemas"]["HandoverState"];
            outcome?: components["schemas"]["HandoverOutcome"];
            asked_by: components["schemas"]["HandoverBy"];
            /** Format: date-time */
            created_at: string;
            agent?: components["schemas"]["NamedPerson"];
        };
        /** @description `message`: somebody said something. */
        SaidEvent: {
            message: components["schemas"]["Message"];
            author?: components["schemas"]["NamedPerson"];
        };
        /** @description `handover` of a conversation: it has changed hands. */
        HandsEvent: {
            state: components["schemas"]["HandoverState"];
            outcome?: components["schemas"]["HandoverOutcome"];
            agent?: components["schemas"]["NamedPerson"];
        };
        Handover: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            conversation_id: string;
            state: components["schemas"]["HandoverState"];
            outcome?: components["schemas"]["HandoverOutcome"];
            /**
             * Format: int64
             * @description Grows with each change of hands.
             */
            epoch: number;
            asked_by: components["schemas"]["HandoverBy"];
            /** @enum {string} */
            channel: "web" | "api";
            /** Format: uuid */
            agent_id?: string;
            /** @description May be empty. */
            reason: string;
            /** @description May be empty. */
            page: string;
            /** @description The last happening that the agent has looked at. */
            seen: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            claimed_at?: string;
            /** Format: date-time */
            closed_at?: string;
        };
        InboxItem: {
            handover: components["schemas"]["Handover"];
            title: string;
            visitor: {
                /**
                 * Format: uuid
                 * @description Absent without an account.
                 */
                id?: string;
                /** @description Empty when it is not known. */
                name: string;
                /** @description Empty when it is not known. */
                email: string;
            };
            agent?: components["schemas"]["NamedPerson"];
            /** @description What was said last, or how it begins. */
            last?: {
                role: components["schemas"]["MessageRole"];
                text: string;
                /** Format: date-time */
                at: string;
            };
            /** @description Messages that the agent has not looked at. */
            unread: number;
            last_happening: number;
        };
        HandoverNote: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            author_id?: string;
            text: string;
            /** Format: date-time */
            created_at: string;
        };
        PresentPerson: {
            /** @enum {string} */
            side: "user" | "agent";
            /**
             * Format: uuid
             * @description Zero without an account.
             */
            person: string;
            typing: boolean;
        };
        ShownAttachment: {
            /** Format: uuid */
            message_id: string;
            attachment: components["schemas"]["Attachment"];
        };
        AttachedFile: {
            attachment: components["schemas"]["Attachment"];
            /** @description The file. */
            base64: string;
        };
        InboxConversation: {
            item: components["schemas"]["InboxItem"];
            /** @description How many other conversations its owner has. */
            others: number;
            messages: components["schemas"]["Message"][];
            /** @description What the messages show. */
            attachments: components["schemas"]["ShownAttachment"][];
            notes: components["schemas"]["HandoverNote"][];
            /** @description The names of those who are meant by id. */
            people: components["schemas"]["NamedPerson"][];
            presence: components["schemas"]["PresentPerson"][];
        };
        CannedReplyRequest: {
            shortcut: string;
            text: string;
        };
        CannedReply: {
            /** Format: uuid */
            id: string;
            shortcut: string;
            text: string;
            /** Format: date-time */
            changed_at: string;
        };
        Base: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
            description: string;
            documents: number;
            /** @description What the caller may do with its documents. */
            level: components["schemas"]["BaseLevel"];
            everybody: components["schemas"]["BaseForEverybody"];
        };
        /** @enum {string} */
        BaseLevel: "reader" | "editor";
        /**
         * @description What everybody in the workspace may do with its documents.
         * @enum {string}
         */
        BaseForEverybody: "none" | "reader" | "editor";
        /**
         * @description Who may read and change the documents of a base. Administrators always may. Nobody is let do
         *     more than their permissions and the scopes of their key allow.
         */
        BaseAccess: {
            everybody: components["schemas"]["BaseForEverybody"];
            grants: {
                /** Format: uuid */
                user_id?: string;
                /** @enum {string} */
                role?: "agent" | "member";
                level: components["schemas"]["BaseLevel"];
            }[];
        };
        BaseDetail: {
            base: components["schemas"]["Base"];
            access: components["schemas"]["BaseAccess"];
        };
        /** @enum {string} */
        DocumentState: "queued" | "reading" | "embedding" | "ready" | "failed";
        /**
         * @description One page; what a sitemap lists; what links lead to from one page on; what a feed tells of; the
         *     files in a `.zip` or `.tar.gz`; a folder of the server; an S3-compatible bucket.
         * @enum {string}
         */
        SourceKind: "page" | "sitemap" | "site" | "feed" | "archive" | "folder" | "bucket";
        WantedSource: {
            name: string;
            /**
             * Format: uuid
             * @description The first one that the caller may change when absent.
             */
            base?: string;
            kind?: components["schemas"]["SourceKind"];
            /** @description URL; for a folder its path; for a bucket the URL of its server. */
            address: string;
            /** @description Only what lies below it, in an archive or a bucket. */
            folder?: string;
            bucket?: string;
            region?: string;
            /** @description URL below which the files of an archive, folder or bucket are published. */
            published?: string;
            /** @description Paths that are wanted; `*` stands for anything. All when absent. */
            include?: string[];
            exclude?: string[];
            /** @description Whether other versions of a documentation than the current one are wanted too. */
            all_versions?: boolean;
            limits?: {
                /** @description 500 when absent. */
                pages?: number;
                /** @description 5 when absent. */
                depth?: number;
                /** @description 200 when absent. */
                megabytes?: number;
                /** @description 60 when absent. */
                minutes?: number;
                pause_ms?: number;
            };
            /** @description How often it is gone through; only by hand when absent. */
            every_hours?: number;
            /** @description Of a bucket; never given out. */
            access_key?: string;
            secret_key?: string;
        };
        Source: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            base_id: string;
            name: string;
            kind: components["schemas"]["SourceKind"];
            address: string;
            folder: string;
            bucket: string;
            region: string;
            published: string;
            include: string[];
            exclude: string[];
            all_versions: boolean;
            limits: components["schemas"]["SourceLimits"];
            every_hours?: number;
            has_secret: boolean;
            /** @description How many are known. */
            pages: number;
            /** Format: date-time */
            next_run_at?: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            changed_at: string;
            last_run?: components["schemas"]["SourceRun"];
        };
        SourceLimits: {
            pages: number;
            /** @description Links from the first page. */
            depth: number;
            megabytes: number;
            minutes: number;
            /** @description Between two requests to the same server. */
            pause_ms: number;
        };
        SourceRun: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description `user:…`, or `parley` for the schedule. */
            started_by: string;
            /** Format: date-time */
            asked_at: string;
            /** Format: date-time */
            started_at?: string;
            /** Format: date-time */
            finished_at?: string;
            counts: {
                /** @description Pages that are known to be there so far. */
                listed: number;
                added: number;
                changed: number;
                unchanged: number;
                removed: number;
                failed: number;
                skipped: number;
            };
            /** @description Pages that were not there any more and were kept, because the run may have been wrong. */
            missing: number;
            /**
             * @description The limit that ended it.
             * @enum {string}
             */
            ended_by?: "pages" | "bytes" | "time";
            error?: {
                code: string;
                message: string;
            };
        };
        SourceEvent: {
            url: string;
            /** @enum {string} */
            outcome: "added" | "changed" | "unchanged" | "removed" | "failed" | "skipped";
            /** @description Why; empty where nothing is to be said. */
            code: string;
            detail: string;
        };
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
        /** @description What went wrong, in OpenAI's form. */
        OpenAiError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
    };
    parameters: {
        Limit: number;
        /** @description Who did it: `user:<id>`, `key:<id>`, `anonymous` or `parley`. */
        AuditActor: string;
        /** @description What was done, such as `key.created`. */
        AuditAction: string;
        /** @description The first moment. */
        AuditFrom: string;
        /** @description The first moment after. */
        AuditTo: string;
        /** @description Part of what it was done to, in any case. */
        AuditTarget: string;
        AssistantId: string;
        ConversationId: string;
        MessageId: string;
        ShareToken: string;
        SettingVersion: number;
        TurnId: string;
        SourceId: string;
        BaseId: string;
        DocumentId: string;
        /**
         * @description Any text of the client's own. The same key with the same body gives the first answer again;
         *     with another body it is refused with `idempotency_mismatch`.
         */
        IdempotencyKey: string;
        /** @description The first moment; 30 days before `to` when absent. */
        UsageFrom: string;
        /** @description The first moment after; now when absent. */
        UsageTo: string;
        UsageBucket: "hour" | "day";
        BudgetId: string;
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
            /** @description The workspace has an owner, who is signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Web Key Set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: Record<string, never>[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAiRequest"];
            };
        };
        responses: {
            /** @description The answer; with `stream` as server-sent events that end with `[DONE]`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["OpenAiError"];
        };
    };
    createEmbedding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAiRequest"];
            };
        };
        responses: {
            /** @description The vectors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["OpenAiError"];
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            /** @constant */
                            object: "model";
                            created: number;
                            owned_by: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["OpenAiError"];
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, those of the configuration included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: components["schemas"]["ModelProvider"][];
                        routes: components["schemas"]["ModelRoute"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelProviderRequest"];
            };
        };
        responses: {
            /** @description The provider. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelProvider"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
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
    changeProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: components["schemas"]["ProviderName"];
                    base_url?: string;
                    key?: components["schemas"]["ProviderKeyRequest"];
                };
            };
        };
        responses: {
            /** @description The provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelProvider"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeProviderKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
                provider_key_id: string;
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
    testProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    model: string;
                };
            };
        };
        responses: {
            /** @description How it went, key by key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            key: string;
                            ok: boolean;
                            /** @description The beginning of the answer, or what went wrong. */
                            detail: string;
                            ms: number;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                route: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelRouteRequest"];
            };
        };
        responses: {
            /** @description The route. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelRoute"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                route: string;
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
    getSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the sign-in page offers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterRequest"];
            };
        };
        responses: {
            /** @description Signed in. The refresh token is in a cookie that scripts cannot read. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Signed in. The refresh token is in a cookie that scripts cannot read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The next pair. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The session has ended, or there was none. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    startOidc: {
        parameters: {
            query?: {
                /** @description The place of this site to go to afterwards; anything else leads to the start page. */
                return?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or to `/sign-in#oidc_error=provider_unreachable`. */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    finishOidc: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                error?: string;
                /** @description Who answers, as RFC 9207 says. */
                iss?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description To the place where the sign-in began, with the refresh token in a cookie that scripts
             *     cannot read; or to the sign-in page.
             */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                };
            };
        };
        responses: {
            /** @description The same answer whether or not there is an account. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: components["schemas"]["Password"];
                };
            };
        };
        responses: {
            /** @description The new password holds. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: components["schemas"]["Password"];
                };
            };
        };
        responses: {
            /** @description The new password holds. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions that have not ended, the one used last first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["SignInSession"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description What an authenticator app needs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In base 32. */
                        secret: string;
                        /** @description An `otpauth` address; shown as a QR code. */
                        uri: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description The password alone is enough again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes, each good for one sign-in without the app. Shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recovery_codes: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description The key, and its text, which is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        text: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody, and the invitations that are open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: components["schemas"]["Person"][];
                        invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    role?: components["schemas"]["Role"];
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    owner_email: components["schemas"]["Email"];
                };
            };
        };
        responses: {
            /** @description The workspace, and the link for its owner, which is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        link: string;
                        /** @description Whether an e-mail is on its way. */
                        sent: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /**
             * @description The invitation. `link` is shown this once; it is also sent by e-mail where that is set
             *     up.
             */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invitation: components["schemas"]["Invitation"];
                        link: string;
                        /** @description Whether an e-mail is on its way. */
                        sent: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its link no longer works. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. */
                before?: number;
                /** @description Who did it: `user:<id>`, `key:<id>`, `anonymous` or `parley`. */
                actor?: components["parameters"]["AuditActor"];
                /** @description What was done, such as `key.created`. */
                action?: components["parameters"]["AuditAction"];
                /** @description The first moment. */
                from?: components["parameters"]["AuditFrom"];
                /** @description The first moment after. */
                to?: components["parameters"]["AuditTo"];
                /** @description Part of what it was done to, in any case. */
                target?: components["parameters"]["AuditTarget"];
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
                        events: components["schemas"]["AuditEvent"][];
                        /** @description Absent on the last page. */
                        next?: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportAudit: {
        parameters: {
            query?: {
                /** @description Who did it: `user:<id>`, `key:<id>`, `anonymous` or `parley`. */
                actor?: components["parameters"]["AuditActor"];
                /** @description What was done, such as `key.created`. */
                action?: components["parameters"]["AuditAction"];
                /** @description The first moment. */
                from?: components["parameters"]["AuditFrom"];
                /** @description The first moment after. */
                to?: components["parameters"]["AuditTo"];
                /** @description Part of what it was done to, in any case. */
                target?: components["parameters"]["AuditTarget"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table with a head line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anchor?: components["schemas"]["AuditAnchor"];
                };
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerified"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMyUsage: {
        parameters: {
            query?: {
                /** @description The first moment; 30 days before `to` when absent. */
                from?: components["parameters"]["UsageFrom"];
                /** @description The first moment after; now when absent. */
                to?: components["parameters"]["UsageTo"];
                bucket?: components["parameters"]["UsageBucket"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSeries"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description The first moment; 30 days before `to` when absent. */
                from?: components["parameters"]["UsageFrom"];
                /** @description The first moment after; now when absent. */
                to?: components["parameters"]["UsageTo"];
                bucket?: components["parameters"]["UsageBucket"];
                /** @description What is told apart. */
                group_by?: "workspace" | "model" | "provider" | "kind" | "user" | "key";
                /** @description Only of this user. */
                user_id?: string;
                /** @description Only of this key. */
                key_id?: string;
                provider?: string;
                model?: string;
                kind?: "chat" | "completion" | "embedding" | "title" | "summary" | "policy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sums. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageSeries"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportUsage: {
        parameters: {
            query?: {
                /** @description The first moment; 30 days before `to` when absent. */
                from?: components["parameters"]["UsageFrom"];
                /** @description The first moment after; now when absent. */
                to?: components["parameters"]["UsageTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table with a head line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    explainCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempts in their order, and what each cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedCall"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPrices: {
        parameters: {
            query?: {
                provider?: string;
                model?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        prices: components["schemas"]["Price"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPrice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceRequest"];
            };
        };
        responses: {
            /** @description The price. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Price"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBudgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Budgets, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budgets: components["schemas"]["Budget"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetRequest"];
            };
        };
        responses: {
            /** @description The budget. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: components["parameters"]["BudgetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The budget. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        budget: components["schemas"]["Budget"];
                        /** @description By hour for a daily budget, by day for others; only where there was use. */
                        series: {
                            /** Format: date-time */
                            at: string;
                            cost_nano: components["schemas"]["Nano"];
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: components["parameters"]["BudgetId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It holds no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                budget_id: components["parameters"]["BudgetId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    limit_nano?: components["schemas"]["LimitNano"];
                };
            };
        };
        responses: {
            /** @description The budget. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Limits, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limits: components["schemas"]["UsageLimit"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addLimit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageLimitRequest"];
            };
        };
        responses: {
            /** @description The limit. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageLimit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                limit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It holds no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listPolicies: {
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
                    "application/json": components["schemas"]["Policies"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRequest"];
            };
        };
        responses: {
            /** @description The policy. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRequest"];
            };
        };
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: string;
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
    orderPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The ids of all of them, the first one first. */
                    policies: string[];
                };
            };
        };
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @enum {string} */
                    where: "input" | "tool" | "output";
                    /** @description A model. */
                    route?: string;
                    /** @description Name of an assistant. */
                    assistant?: string;
                    policy?: components["schemas"]["PolicyRequest"];
                };
            };
        };
        responses: {
            /** @description What the policies say, or the one that was sent along. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTried"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTools: {
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
                    "application/json": components["schemas"]["Tools"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addTool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolRequest"];
            };
        };
        responses: {
            /** @description The tool. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolRequest"];
            };
        };
        responses: {
            /** @description The tool. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
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
    switchTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled?: boolean;
                    side_effect?: boolean;
                };
            };
        };
        responses: {
            /** @description The tool. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tool_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    arguments: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description What it gave. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolTried"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    switchTools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stopped: boolean;
                };
            };
        };
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tools"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    switchBuiltin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                builtin: "search" | "time" | "calculator" | "hand_over";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tools"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewToolImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolImportSource"];
            };
        };
        responses: {
            /** @description Its operations, as the tools that they would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolImportPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importTools: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolImport"];
            };
        };
        responses: {
            /** @description The tools. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedTools"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addMcpServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerRequest"];
            };
        };
        responses: {
            /** @description The server. None of its tools is used yet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeMcpServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
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
    checkMcpServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerChecked"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addMcpTools: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tools: {
                        remote: string;
                        /** @default true */
                        side_effect?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description The tools. What the server says later changes none of them. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedTools"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAssistants: {
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
                        assistants: components["schemas"]["Assistant"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug: components["schemas"]["AssistantSlug"];
                    name: components["schemas"]["AssistantName"];
                    note?: components["schemas"]["AssistantNote"];
                    definition: components["schemas"]["AssistantDefinition"];
                };
            };
        };
        responses: {
            /** @description The assistant, with its version 1. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assistant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: components["schemas"]["AssistantName"];
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description The assistant as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that this one was made of, which has to be the newest. */
                    after: number;
                    note?: components["schemas"]["AssistantNote"];
                    definition: components["schemas"]["AssistantDefinition"];
                };
            };
        };
        responses: {
            /** @description The assistant with the new version. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAssistantVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        definition: components["schemas"]["AssistantDefinition"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description The assistant as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    question: string;
                    /** @description The newest when absent. */
                    version?: number;
                    /** @description Asked in place of a version. */
                    definition?: components["schemas"]["AssistantDefinition"];
                };
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
                        citations: components["schemas"]["Citation"][];
                        model: string;
                        usage: components["schemas"]["Usage"];
                        latency_ms: number;
                    };
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
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
                        cases: components["schemas"]["QuestionCase"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionCaseRequest"];
            };
        };
        responses: {
            /** @description The case. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionCaseRequest"];
            };
        };
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionCase"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                case_id: string;
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
    listRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["CaseRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description The run has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: components["schemas"]["CaseRun"];
                        results: components["schemas"]["CaseResult"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assistant_id: components["parameters"]["AssistantId"];
                run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUnansweredQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The largest groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnansweredQuestions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLiveAssistants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that are live, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assistants: components["schemas"]["LiveAssistant"][];
                    };
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
                /** @description Whether archived conversations are wanted, or the others. */
                archived?: boolean;
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
                    /** @description Who answers in it; the default one when absent. */
                    assistant?: components["schemas"]["AssistantSlug"];
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
    changeConversation: {
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
                    title?: string;
                    archived?: boolean;
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
                    /**
                     * Format: uuid
                     * @description The answer that the question follows.
                     */
                    parent_id?: string;
                    /** @description Images that the question shows, of those uploaded to the conversation. */
                    attachment_ids?: string[];
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
                    "application/json": components["schemas"]["PostedMessage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    editMessage: {
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
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description Images that the question shows, of those uploaded to the conversation. */
                    attachment_ids?: string[];
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
                    "application/json": components["schemas"]["PostedMessage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    regenerateAnswer: {
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
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The question is being answered; the answers that are there stay. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedMessage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showBranch: {
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
                    /** Format: uuid */
                    message_id: string;
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
    putFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rating: components["schemas"]["Rating"];
                    reason?: components["schemas"]["FeedbackReason"];
                    text?: string;
                };
            };
        };
        responses: {
            /** @description What is stored now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                message_id: components["parameters"]["MessageId"];
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
    listShares: {
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
            /** @description All of them, without their tokens, which nobody keeps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shares: components["schemas"]["Share"][];
                        /** @description Whether people who are not signed in can open them. */
                        everybody: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createShare: {
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
            /** @description The new link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        share: components["schemas"]["Share"];
                        token: string;
                        /** @description The page, such as `/shared/…`. */
                        path: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                share_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It leads nowhere now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["ShareToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation as it was shared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedConversation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readPublicShare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["ShareToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation as it was shared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedConversation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadAttachment: {
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
                "multipart/form-data": {
                    file: string;
                    /** @description The file's name when absent. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                attachment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listConversationDocuments: {
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
            /** @description All of them, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: components["schemas"]["Document"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadConversationDocument: {
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
                "multipart/form-data": {
                    file: string;
                    /** @description The file's name when absent. */
                    name?: string;
                };
            };
        };
        responses: {
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
    deleteConversationDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
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
    exportConversation: {
        parameters: {
            query?: {
                format?: "json" | "markdown";
            };
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedConversation"];
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportedConversation"];
            };
        };
        responses: {
            /** @description The conversation is there already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
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
    listFeedback: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                rating?: "up" | "down";
                /** @description The `next` of the previous page. */
                before?: string;
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
                        answers: components["schemas"]["JudgedAnswer"][];
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description Every setting, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSettingVersions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. */
                before?: number;
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
                        versions: components["schemas"]["SettingVersion"][];
                        /** @description Absent on the last page. */
                        next?: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSettingVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["SettingVersion"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["SettingVersion"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: components["schemas"]["KnownSettingVersion"];
                    note?: components["schemas"]["SettingNote"];
                };
            };
        };
        responses: {
            /** @description Every setting, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    compareSettingVersions: {
        parameters: {
            query: {
                /** @description A version; 0 for the one before the first. */
                from: number;
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings that differ. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        changes: components["schemas"]["SettingChange"][];
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
    askForPerson: {
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
                    /** @description For the agent. */
                    reason?: string;
                    /** @description Where the person is who asks, such as an address. */
                    page?: string;
                };
            };
        };
        responses: {
            /** @description The hand-over as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnersHandover"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawHandover: {
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
            /** @description Parley answers again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    readConversationEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last `id` that was read, or `last_happening` of the conversation. */
                "Last-Event-ID"?: string;
            };
            path: {
                conversation_id: components["parameters"]["ConversationId"];
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
    showTyping: {
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
                    typing: boolean;
                };
            };
        };
        responses: {
            /** @description Those who look at the conversation see it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `queue` waits for somebody, the longest wait first; `mine` the caller has; `all` holds
                 *     closed ones too. The last two have the latest change first.
                 */
                filter?: "queue" | "mine" | "all";
                /** @description The `next` of the previous page. */
                before?: string;
                /** @description Words of the title, the person, the reason, or of what was said last. */
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
                        conversations: components["schemas"]["InboxItem"][];
                        counts: {
                            queue: number;
                            mine: number;
                        };
                        /** @description Absent on the last page. */
                        next?: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    readInboxEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    listCannedReplies: {
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
                        replies: components["schemas"]["CannedReply"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedReplyRequest"];
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReply"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                canned_reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedReplyRequest"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReply"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                canned_reply_id: string;
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
    getInboxConversation: {
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
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxConversation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInboxAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: components["parameters"]["ConversationId"];
                attachment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The image. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedFile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    claimConversation: {
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
                    /** Format: int64 */
                    epoch: number;
                };
            };
        };
        responses: {
            /** @description The caller has it. An answer that Parley was writing is not stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    giveBackConversation: {
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
                    /** @enum {string} */
                    to: "assistant" | "queue";
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeConversation: {
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
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxItem"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    replyInConversation: {
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
            /** @description It is stored, and its reader is told. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addNote: {
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
                    text: string;
                };
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverNote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    showPresence: {
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
                    typing: boolean;
                    /** @description The last happening that you have seen; counts for who has it. */
                    seen?: number;
                };
            };
        };
        responses: {
            /** @description Others see it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    decideToolCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                turn_id: components["parameters"]["TurnId"];
                tool_call_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "allow" | "decline";
                };
            };
        };
        responses: {
            /** @description It is decided. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description All of them, the oldest first. */
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
    createBase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Names it in addresses; made of the name when absent. */
                    slug?: string;
                    description?: string;
                    access?: components["schemas"]["BaseAccess"];
                };
            };
        };
        responses: {
            /** @description The new base. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The base. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone and nothing of it will be found again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeBase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description The base as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setBaseAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                base_id: components["parameters"]["BaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BaseAccess"];
            };
        };
        responses: {
            /** @description The base as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaseDetail"];
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
                     * @description The first base that the caller may change when absent.
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
    listSources: {
        parameters: {
            query?: {
                base?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those of the bases that the caller may read, each with its last run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sources: components["schemas"]["Source"][];
                        /** @description Whether a source can be a folder of the server. */
                        folders: boolean;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedSource"];
            };
        };
        responses: {
            /** @description The source. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedSource"];
            };
        };
        responses: {
            /** @description The source as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone and nothing from it will be found again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listSourceRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["SourceRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startSourceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whether pages that are missing are forgotten even when they are more than half of
                     *     all. Otherwise none is.
                     */
                    remove_missing?: boolean;
                };
            };
        };
        responses: {
            /** @description The run waits for its turn. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSourceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
                source_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages that did not change are only counted; of the others 500 at most are told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run: components["schemas"]["SourceRun"];
                        events: components["schemas"]["SourceEvent"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelSourceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: components["parameters"]["SourceId"];
                source_run_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRun"];
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
