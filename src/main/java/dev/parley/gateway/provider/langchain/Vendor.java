package dev.parley.gateway.provider.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.parley.gateway.provider.langchain.http.Wire;
import dev.parley.gateway.spi.ModelRequest;
import dev.parley.gateway.translate.Ability;
import java.util.Set;

/// What differs between the providers.
interface Vendor {

  /// What its models can do beside reading and writing texts.
  Set<Ability> abilities();

  /// How an answer of its API is read; a new one for each.
  Wire wire();

  /// The model of LangChain4j, as this request wants it. It does not retry: the gateway does.
  StreamingChatModel model(HttpClientBuilder http, ModelRequest request);

  /// The request without what stands in the model already.
  ChatRequest request(ModelRequest request);
}
