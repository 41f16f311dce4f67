import { statusOf } from '../../../core/order/progress.ts';
import { recordActions } from '../../../core/record/record-actions.ts';
import type { SurveyCommand } from '../../../core/service/survey/command.ts';
import { decideSurvey } from '../../../core/service/survey/decide.ts';
import { surveyLifecycle } from '../../../core/service/survey/transitions.ts';
import type { SurveyAsked } from '../../../core/wire/side-records/service.ts';
import type { RecordOf } from '../../ports.ts';
import { actorOf, type Caller } from '../company.ts';
import type { RecordUse } from './record-use.ts';

/** How a customer was served, asked once an order (R60). */
export const surveyUse: RecordUse<'survey', SurveyAsked> = {
  kind: 'survey',
  named: (request) => (request.type === 'send-survey' ? { orders: [request.order] } : {}),
  decide(request, { orders: [about], state, meta }) {
    const { reason: _reason, ...asked } = request;
    const orderStatus = about === undefined ? null : statusOf(about.order, about.shipments);
    return decideSurvey({ ...asked, ...meta } as SurveyCommand, state, { orderStatus });
  },
};

export const surveyViewOf = ({ state, version }: RecordOf<'survey'>, caller: Caller) => ({
  ...state,
  version,
  actions: recordActions(surveyLifecycle, state, actorOf(caller)),
});
