import type { OrderState } from './state.ts';

/**
 * The spine of an order's life. Statuses from `to-ship` to `completed` are derived from the shipments that point at the
 * order (progress.ts), never stored.
 */
export const orderStatuses = [
  'draft', // 草稿
  'in-review', // 待评审
  'to-confirm', // 待确认
  'awaiting-countersign', // 待回签
  'to-supply', // 待备货：待生产、待采购
  'in-supply', // 备货中：生产中、采购中
  'to-ship', // 待发货
  'part-shipped', // 部分发货
  'shipped', // 已发货
  'received', // 已签收
  'completed', // 已完成
  'closed', // 已关闭
  'archived', // 已归档
  'destroyed', // 已销毁
  'void', // 作废
  'cancelled', // 已取消
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Nothing moves its goods any more; as its own events say it, whatever its shipments are. */
const over: ReadonlySet<string> = new Set<OrderStatus>(['closed', 'archived', 'destroyed', 'void', 'cancelled']);
export const isOrderOver = (status: OrderStatus | OrderState['status']): boolean => over.has(status);
