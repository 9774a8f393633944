import type { Question } from './question.ts';
import { assessQuestion } from './questions/assessQuestion.ts';
import { classifyQuestion } from './questions/classifyQuestion.ts';
import { compositionQuestion } from './questions/compositionQuestion.ts';
import { diversifyQuestion } from './questions/diversifyQuestion.ts';
import { explainQuestion } from './questions/explainQuestion.ts';
import { highTechQuestion } from './questions/highTechQuestion.ts';
import { mapQuestion } from './questions/mapQuestion.ts';
import { partnersQuestion } from './questions/partnersQuestion.ts';
import { productQuestion } from './questions/productQuestion.ts';
import { scorecardQuestion } from './questions/scorecardQuestion.ts';
import { trajectoryQuestion } from './questions/trajectoryQuestion.ts';
import { uncertaintyQuestion } from './questions/uncertaintyQuestion.ts';
import { unitValuesQuestion } from './questions/unitValuesQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';

/** Everything that can be asked by HTTP. A new question is one file in questions/ and one line here. */
export const questions: readonly Question[] = [
  workspaceQuestion,
  assessQuestion,
  highTechQuestion,
  scorecardQuestion,
  trajectoryQuestion,
  compositionQuestion,
  partnersQuestion,
  productQuestion,
  unitValuesQuestion,
  classifyQuestion,
  mapQuestion,
  diversifyQuestion,
  uncertaintyQuestion,
  explainQuestion,
];
