import type { Question } from './question.ts';
import { assessQuestion } from './questions/assessQuestion.ts';
import { auditDocumentQuestion } from './questions/auditDocumentQuestion.ts';
import { auditQuestion } from './questions/auditQuestion.ts';
import { checkQuestion } from './questions/checkQuestion.ts';
import { classifyQuestion } from './questions/classifyQuestion.ts';
import { compareQuestion } from './questions/compareQuestion.ts';
import { compositionQuestion } from './questions/compositionQuestion.ts';
import { countriesQuestion } from './questions/countriesQuestion.ts';
import { diversifyQuestion } from './questions/diversifyQuestion.ts';
import { explainCompareQuestion } from './questions/explainCompareQuestion.ts';
import { explainQuestion } from './questions/explainQuestion.ts';
import { highTechQuestion } from './questions/highTechQuestion.ts';
import { importReportQuestion } from './questions/importReportQuestion.ts';
import { indicatorSystemsQuestion } from './questions/indicatorSystemsQuestion.ts';
import { integrityQuestion } from './questions/integrityQuestion.ts';
import { linesQuestion } from './questions/linesQuestion.ts';
import { mapQuestion } from './questions/mapQuestion.ts';
import { measureQuestion } from './questions/measureQuestion.ts';
import { measuresQuestion } from './questions/measuresQuestion.ts';
import { opportunitiesQuestion } from './questions/opportunitiesQuestion.ts';
import { partnersQuestion } from './questions/partnersQuestion.ts';
import { productQuestion } from './questions/productQuestion.ts';
import { productSpaceQuestion } from './questions/productSpaceQuestion.ts';
import { quarantineQuestion } from './questions/quarantineQuestion.ts';
import { scorecardQuestion } from './questions/scorecardQuestion.ts';
import { searchQuestion } from './questions/searchQuestion.ts';
import { sectorsQuestion } from './questions/sectorsQuestion.ts';
import { segmentCodesQuestion } from './questions/segmentCodesQuestion.ts';
import { seriesTemplateQuestion } from './questions/seriesTemplateQuestion.ts';
import { trajectoryQuestion } from './questions/trajectoryQuestion.ts';
import { uncertaintyQuestion } from './questions/uncertaintyQuestion.ts';
import { unitValuesQuestion } from './questions/unitValuesQuestion.ts';
import { vintagesDiffQuestion } from './questions/vintagesDiffQuestion.ts';
import { vintagesQuestion } from './questions/vintagesQuestion.ts';
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
  linesQuestion,
  partnersQuestion,
  productQuestion,
  unitValuesQuestion,
  classifyQuestion,
  mapQuestion,
  diversifyQuestion,
  opportunitiesQuestion,
  productSpaceQuestion,
  uncertaintyQuestion,
  explainQuestion,
  measureQuestion,
  measuresQuestion,
  segmentCodesQuestion,
  sectorsQuestion,
  countriesQuestion,
  compareQuestion,
  explainCompareQuestion,
  auditQuestion,
  auditDocumentQuestion,
  searchQuestion,
  checkQuestion,
  integrityQuestion,
  quarantineQuestion,
  vintagesQuestion,
  vintagesDiffQuestion,
  importReportQuestion,
];
