/// Chat completions of OpenAI and everything that speaks like it: vLLM, Ollama, Groq, Azure, …
///
/// Owns its connections and timers. May use: `gateway.spi`, `metering`, `platform`, `call`. Start
/// reading at [OpenAiProvider], then [OpenAiCall].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.openai;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
