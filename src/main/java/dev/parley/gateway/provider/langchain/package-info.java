/// Gemini, Anthropic and Ollama in their own protocols: LangChain4j writes the requests and reads
/// the answers, the connections and all limits are ours.
///
/// May use: `gateway.provider.langchain.http`, `gateway.translate`, `gateway.transport`,
/// `gateway.spi`, `metering`, `platform`, `call`. Start reading at [Gemini], then [Answers].
@NullMarked
@CheckReturnValue
package dev.parley.gateway.provider.langchain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
