const NAME = 'parley';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null;

/** Tells the other tabs of this browser that a conversation has changed. */
export const tellOtherTabs = (conversationId: string): void => channel?.postMessage(conversationId);

export function onOtherTab(listener: (conversationId: string) => void): () => void {
  const heard = (event: MessageEvent) => listener(String(event.data));
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}
