/* Checks what the compiler could not decide, and says it in the compiler's
 * words. */
#include "Session.h"
#include "Text.h"

#include <inttypes.h>

static bool holds(uint32_t relation, int64_t lhs, int64_t rhs) {
  switch (relation) {
  case TENON_AT_LEAST:
    return lhs >= rhs;
  case TENON_DIVIDES:
    return rhs > 0 && lhs % rhs == 0;
  default:
    return lhs == rhs;
  }
}

const char *tenon_constraint_code(const tenon_constraint_info *constraint) {
  return constraint->code ? constraint->code : "E0504";
}

bool tenon_constraints_check(tenon_session *session) {
  const tenon_model_info *model = session->model;
  bool all_hold = true;
  for (uint32_t i = 0; i < model->constraint_count; ++i) {
    const tenon_constraint_info *constraint = &model->constraints[i];
    int64_t lhs = session->expressions[constraint->lhs];
    int64_t rhs = session->expressions[constraint->rhs];
    if (holds(constraint->relation, lhs, rhs))
      continue;
    all_hold = false;
    tenon_text relation, symbols;
    tenon_text_clear(&relation);
    tenon_text_clear(&symbols);
    tenon_text_append_relation(&relation, constraint);
    for (uint32_t s = 0; s < model->symbol_count &&
                         model->symbols[s].kind == TENON_SYMBOL_INPUT;
         ++s)
      tenon_text_append(&symbols, "%s%s = %" PRId64, s ? ", " : " for ",
                        model->symbols[s].name, session->symbols[s]);
    tenon_report_error(session->report, tenon_constraint_code(constraint),
                       "%s; the model requires %s, but %s is %" PRId64
                       " and %s is %" PRId64 "%s",
                       constraint->message, relation.chars,
                       constraint->lhs_text, lhs, constraint->rhs_text, rhs,
                       symbols.chars);
  }
  return all_hold;
}
