/** Help for the selected row, fetched in one piece when some of it is wanted: the pane opens without it. */
export { LastPriceOfSelection } from '../last-price/LastPriceOfSelection.tsx';
export { LastPricesOfRows } from '../last-price/LastPricesOfRows.tsx';
export { ReplyToOrder } from '../reply/ReplyToOrder.tsx';
