/** What a command found that needs no step of its own to say; texts under screens:pane.notice. */
export type Notice = 'order-is-clean' | 'no-order-in-row' | 'row-not-posted';
