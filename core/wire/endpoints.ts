import { z } from 'zod';
import { orderTypes } from '../order/order-type.ts';
import { orderStatuses } from '../order/status.ts';
import type { Permission } from '../policy/permissions.ts';
import { companyStart, newUser, user } from './accounts.ts';
import { archivedMonth, monthArchive } from './archive.ts';
import { attachmentEndpoints } from './attachments.ts';
import { backupEndpoints } from './backups.ts';
import { batch } from './batch.ts';
import { changesMeant } from './changes-meant.ts';
import { orderCommand, reallocation, receiptCommand, shipCommand } from './commands.ts';
import { companyLetterhead } from './company.ts';
import { customerBook, knowledge, priceBook, stockBook } from './knowledge.ts';
import { lastPricesFound } from './last-prices.ts';
import { trouble } from './live.ts';
import { lookupAnswers, lookups } from './lookups.ts';
import { moneyEndpoints } from './money-endpoints.ts';
import { numbersAsked, orderProgress } from './order-progress.ts';
import { orderSummary, orderView, workEntry } from './order-views.ts';
import { policyChange, policyView } from './policy.ts';
import { knownOrders, postResult, serverCheck } from './posting-views.ts';
import { previewQuery, priorityPreview } from './priority-preview.ts';
import { shipmentView } from './shipment-view.ts';
import { sideRecordEndpoints } from './side-records/endpoints.ts';
import { locale, month, shortText } from './values.ts';

/**
 * The HTTP interface as one table: the server registers its routes and OpenAPI page from it, every client its calls.
 * `needs`: the permission checked before the handler runs; 'anyone' = no token, 'signed-in' = any token; 'by-command' =
 * the lifecycle table decides.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly needs: Permission | 'anyone' | 'signed-in' | 'by-command';
  /** A paired device may not: whoever finds an open workbook must not be able to let others in, or itself for ever. */
  readonly inPerson?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file's bytes (application/octet-stream), not JSON. */
  readonly takesFile?: true;
  /**
   * A schema, or the content type of a file; 'attachment': a file of a type of its own, to be saved and not shown;
   * 'text/event-stream': goes on until one side ends it (live.ts).
   */
  readonly answer:
    | z.ZodType
    | 'application/pdf'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/zip'
    | 'text/event-stream'
    | 'attachment';
  /** Changes what somebody looked at: asks for an If-Match header with its version; another by now is refused (412). */
  readonly versioned?: true;
  /**
   * Changes something: asks for an Idempotency-Key header; the same key gets the same answer. What was decided, a refusal
   * too, says in the header `commit-position` where it stands among all decisions of the company.
   */
  readonly once?: true;
}

const number = z.object({ number: shortText });
const sessionAnswer = z.object({ token: z.string(), company: z.string(), user });
const company = z.object({
  id: z.string(),
  name: z.string(),
  sample: z.boolean(),
  users: z.array(user).exactOptional(),
  workbook: z.string().exactOptional(),
});

export const endpoints = {
  /** Before anybody signed in: which companies this server keeps; sample companies list their one-click users. */
  welcome: {
    method: 'GET',
    path: '/api/welcome',
    summary: 'What this server is and who may come in',
    needs: 'anyone',
    answer: z.object({ product: z.literal('countersign'), version: z.string(), companies: z.array(company) }),
  },
  startCompany: {
    method: 'POST',
    path: '/api/companies',
    summary: "Start a company of one's own and sign in as its first user; refused once this server keeps one",
    needs: 'anyone',
    body: companyStart,
    answer: sessionAnswer,
  },
  signIn: {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with user and password',
    needs: 'anyone',
    body: z.strictObject({ company: shortText, user: shortText, password: z.string().min(1).max(200) }),
    answer: sessionAnswer,
  },
  signInSample: {
    method: 'POST',
    path: '/api/session/sample',
    summary: 'One-click sign-in as a sample user; sample companies only',
    needs: 'anyone',
    body: z.strictObject({ company: shortText, user: shortText }),
    answer: sessionAnswer,
  },
  session: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who this token is',
    needs: 'signed-in',
    answer: z.object({
      company,
      user,
      today: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      /** Its papers have neither address nor phone yet. */
      letterheadMissing: z.boolean(),
      permissions: z.array(z.string()),
      /** Whom work can be handed to, or who rechecks it: everybody else who works here. */
      colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
      /** Why nothing can be kept just now. */
      trouble: trouble.nullable(),
      /** Documents that start-up couldn't trust and set aside; only told to whoever looks after the system. */
      damaged: z.array(z.object({ document: z.string(), problem: z.string() })),
    }),
  },
  /** Read with fetch: an EventSource can send no token but in the address, where logs would keep it. */
  live: {
    method: 'GET',
    path: '/api/live',
    summary:
      'What changes, as it happens: server-sent events, each one JSON object; of what the caller may not see, nothing',
    needs: 'signed-in',
    answer: 'text/event-stream',
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Forget this token',
    needs: 'signed-in',
    answer: z.object({}),
  },
  addUser: {
    method: 'POST',
    path: '/api/users',
    summary: 'Give somebody else a user of their own; from the second on, two pairs of eyes approve an order',
    needs: 'users.manage',
    inPerson: true,
    body: newUser,
    answer: user,
  },
  company: {
    method: 'GET',
    path: '/api/company',
    summary: 'What the company says of itself on its papers, and how it works',
    needs: 'settings.manage',
    answer: companyLetterhead,
  },
  saveCompany: {
    method: 'PUT',
    path: '/api/company',
    summary: 'Set it, as a whole; papers that were issued stay as they are',
    needs: 'settings.manage',
    inPerson: true,
    body: companyLetterhead,
    answer: companyLetterhead,
  },
  policy: {
    method: 'GET',
    path: '/api/policy',
    summary: 'How the company works: its policy in force, or an earlier version, and who changed what, when and why',
    needs: 'signed-in',
    query: z.object({ version: z.coerce.number().int().min(1).exactOptional() }),
    answer: policyView,
  },
  savePolicy: {
    method: 'PUT',
    path: '/api/policy',
    summary: 'Make the next version of the policy; decisions from then on are made under it',
    needs: 'policy.change',
    inPerson: true,
    body: policyChange,
    answer: policyView,
    versioned: true,
  },
  priorityPreview: {
    method: 'GET',
    path: '/api/priority-preview',
    summary: 'What each priority law would do with the orders that wait for goods; nothing is promised by looking',
    needs: 'priority.preview',
    query: previewQuery,
    answer: priorityPreview,
  },
  startPairing: {
    method: 'POST',
    path: '/api/pairing',
    summary: 'A short code that connects the Excel pane to this user',
    needs: 'signed-in',
    inPerson: true,
    answer: z.object({ code: z.string(), expiresAt: z.string() }),
  },
  redeemPairing: {
    method: 'POST',
    path: '/api/pairing/redeem',
    summary: 'Exchange the pairing code for a device token',
    needs: 'anyone',
    body: z.strictObject({ code: z.string().min(4).max(20), device: shortText }),
    answer: sessionAnswer,
  },
  knowledge: {
    method: 'GET',
    path: '/api/knowledge',
    summary: 'Published prices, stock and customers, and what open orders hold',
    needs: 'orders.check',
    answer: knowledge,
  },
  publish: {
    method: 'PUT',
    path: '/api/knowledge',
    summary: 'Publish a new version of the price list, stock sheet or customers',
    needs: 'books.publish',
    body: z.strictObject({
      prices: priceBook.exactOptional(),
      stock: stockBook.exactOptional(),
      customers: customerBook.exactOptional(),
    }),
    answer: z.object({
      prices: z.int().exactOptional(),
      stock: z.int().exactOptional(),
      customers: z.int().exactOptional(),
    }),
    once: true,
  },
  check: {
    method: 'POST',
    path: '/api/check',
    summary: "Dry run: the server's own check of the rows; nothing is stored",
    needs: 'orders.check',
    body: batch,
    answer: serverCheck,
  },
  known: {
    method: 'POST',
    path: '/api/known',
    summary: 'Which orders posting these rows would come to, and whether it would change them; nothing is stored',
    needs: 'orders.check',
    body: batch,
    answer: knownOrders,
  },
  lookups: {
    method: 'POST',
    path: '/api/lookups',
    summary:
      'What formulas in a sheet ask: list prices, free stock, earliest days, statuses; one answer a question, in the order asked',
    // Prices and stock need orders.check besides: who may not is told so in their answers.
    needs: 'orders.read',
    body: lookups,
    answer: lookupAnswers,
  },
  lastPrices: {
    method: 'POST',
    path: '/api/last-prices',
    summary: 'What the customers of these rows paid for their items last time; nothing is stored',
    needs: 'orders.check',
    body: batch,
    answer: lastPricesFound,
  },
  postOrders: {
    method: 'POST',
    path: '/api/orders',
    summary: 'Post orders; each is checked again and answered on its own',
    needs: 'orders.post',
    query: z.object({
      submit: z.enum(['true', 'false']).exactOptional(),
      /** Keep orders with errors as drafts, with what was found; their customers must be known. */
      saveDraft: z.enum(['true', 'false']).exactOptional(),
      /** Absent = normal orders. */
      type: z.enum(orderTypes).exactOptional(),
      /**
       * The orders the sender means to change, perhaps none, as he saw them: "SO-202611-00001@3". One that went on since, or another
       * that has the key of these rows and other content, is refused. Absent = any may be changed.
       */
      changes: changesMeant.exactOptional(),
    }),
    body: batch,
    answer: z.object({ results: z.array(postResult) }),
    once: true,
  },
  worklist: {
    method: 'GET',
    path: '/api/worklist',
    summary:
      "What waits for the caller: the caller's own orders first, then what the caller's roles are asked, holds among it; late first in each",
    needs: 'orders.read',
    query: z.object({
      /** Only the caller's own orders, or only what the caller's roles are asked; absent = both. */
      mine: z.enum(['owned', 'asked']).exactOptional(),
    }),
    answer: z.object({ entries: z.array(workEntry) }),
  },
  orders: {
    method: 'GET',
    path: '/api/orders',
    summary: 'Orders, newest first',
    needs: 'orders.read',
    query: z.object({
      status: z.enum(orderStatuses).exactOptional(),
      month: month.exactOptional(),
      search: z.string().max(200).exactOptional(),
      after: shortText.exactOptional(),
      limit: z.coerce.number().int().min(1).max(500).exactOptional(),
    }),
    answer: z.object({
      orders: z.array(orderSummary),
      /** Number to pass as `after` for the next page; null = the end. */
      next: z.string().nullable(),
      counts: z.partialRecord(z.enum(orderStatuses), z.int()),
      /** How many of them are late; statuses without a late order are left out. */
      late: z.partialRecord(z.enum(orderStatuses), z.int()),
    }),
  },
  orderProgress: {
    method: 'GET',
    path: '/api/order-progress',
    summary: 'How far orders are that are known by their numbers; numbers without an order are left out',
    needs: 'orders.read',
    query: z.object({ numbers: numbersAsked }),
    answer: z.object({ orders: z.array(orderProgress) }),
  },
  order: {
    method: 'GET',
    path: '/api/orders/:number',
    summary: 'One order with lines, papers, shipments, history and what can be done',
    needs: 'orders.read',
    params: number,
    answer: orderView,
  },
  commandOrder: {
    method: 'POST',
    path: '/api/orders/:number/commands',
    summary: 'Do something with an order; a refusal (409) says why and who could',
    needs: 'by-command',
    params: number,
    body: orderCommand,
    answer: orderView,
    once: true,
  },
  reallocate: {
    method: 'POST',
    path: '/api/reallocations',
    summary: 'Give goods that are held for one order line to another, whose order is approved with them',
    needs: 'by-command',
    once: true,
    body: reallocation,
    answer: z.object({ from: orderView, to: orderView }),
  },
  ship: {
    method: 'POST',
    path: '/api/shipments',
    summary: 'Ship goods of one or several orders of a customer',
    needs: 'by-command',
    body: shipCommand,
    answer: shipmentView,
    once: true,
  },
  receive: {
    method: 'POST',
    path: '/api/shipments/:number/receipt',
    summary: 'Record the signed receipt of a shipment',
    needs: 'by-command',
    params: number,
    body: receiptCommand,
    answer: shipmentView,
    once: true,
  },
  ...sideRecordEndpoints,
  ...attachmentEndpoints,
  ...backupEndpoints,
  paper: {
    method: 'GET',
    path: '/api/papers/:paper.pdf',
    summary: 'The filed PDF of a paper',
    needs: 'papers.read',
    params: z.object({ paper: shortText }),
    answer: 'application/pdf',
  },
  printFile: {
    method: 'POST',
    path: '/api/papers/print-file',
    summary: 'Many papers as one PDF for the printer; each begins on its own sheet',
    needs: 'papers.read',
    body: z.strictObject({ papers: z.array(shortText).min(1).max(1000) }),
    answer: 'application/pdf',
  },
  monthReport: {
    method: 'GET',
    path: '/api/reports/:month',
    summary: "The month's archive report as figures",
    needs: 'reports.read',
    params: z.object({ month }),
    answer: z.looseObject({ month: z.string() }),
  },
  monthReportPdf: {
    method: 'GET',
    path: '/api/reports/:month.pdf',
    summary: "The month's archive report",
    needs: 'reports.read',
    params: z.object({ month }),
    query: z.object({ locale: locale.exactOptional() }),
    answer: 'application/pdf',
  },
  monthReportWorkbook: {
    method: 'GET',
    path: '/api/reports/:month.xlsx',
    summary: "The month's orders, lines, papers and figures as a workbook",
    needs: 'reports.read',
    params: z.object({ month }),
    query: z.object({ locale: locale.exactOptional() }),
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  monthArchive: {
    method: 'GET',
    path: '/api/archive/:month',
    summary: 'Which orders were closed in the month and can be archived, and which are not closed yet',
    needs: 'reports.read',
    params: z.object({ month }),
    answer: monthArchive,
  },
  archiveMonth: {
    method: 'POST',
    path: '/api/archive/:month',
    summary: 'Archive every order closed in the month whose papers are all filed; each is archived on its own',
    needs: 'by-command',
    params: z.object({ month }),
    answer: archivedMonth,
    once: true,
  },
  monthPackage: {
    method: 'GET',
    path: '/api/archive/:month.zip',
    summary: 'Report, workbook and every paper of the month with a list of their checksums',
    needs: 'reports.read',
    params: z.object({ month }),
    query: z.object({ locale: locale.exactOptional() }),
    answer: 'application/zip',
  },
  ...moneyEndpoints,
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
/** Those that are answered once and are then over. */
export type CallName = {
  [Name in EndpointName]: (typeof endpoints)[Name]['answer'] extends 'text/event-stream' ? never : Name;
}[EndpointName];
