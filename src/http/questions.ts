import type { Question } from './question.ts';
import { assessQuestion } from './questions/assessQuestion.ts';
import { compositionQuestion } from './questions/compositionQuestion.ts';
import { diversifyQuestion } from './questions/diversifyQuestion.ts';
import { explainQuestion } from './questions/explainQuestion.ts';
import { highTechQuestion } from './questions/highTechQuestion.ts';
import { indicatorSystemsQuestion } from './questions/indicatorSystemsQuestion.ts';
import { opportunitiesQuestion } from './questions/opportunitiesQuestion.ts';
import { partnersQuestion } from './questions/partnersQuestion.ts';
import { productSpaceQuestion } from './questions/productSpaceQuestion.ts';
import { scorecardQuestion } from './questions/scorecardQuestion.ts';
import { seriesTemplateQuestion } from './questions/seriesTemplateQuestion.ts';
import { trajectoryQuestion } from './questions/trajectoryQuestion.ts';
import { uncertaintyQuestion } from './questions/uncertaintyQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';

/** Everything that can be asked by HTTP. A new question is one file in questions/ and one line here. */
export const questions: readonly Question[] = [
  workspaceQuestion,
  assessQuestion,
  highTechQuestion,
  scorecardQuestion,
  indicatorSystemsQuestion,
  seriesTemplateQuestion,
  trajectoryQuestion,
  compositionQuestion,
  partnersQuestion,
  diversifyQuestion,
  opportunitiesQuestion,
  productSpaceQuestion,
  uncertaintyQuestion,
  explainQuestion,
];
