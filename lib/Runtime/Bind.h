/* The messages about shapes that do not fit. */
#ifndef TENON_RUNTIME_BIND_H
#define TENON_RUNTIME_BIND_H

#include "Session.h"

/* E0501, with the missing or spare axes where they are evident. */
void tenon_report_rank(tenon_session *session, uint32_t input);

/* E0502 for one axis. The cure, such as a transposition, is for the whole
 * array and is told once: `helped` says whether it was. */
void tenon_report_dimension(tenon_session *session, uint32_t input,
                            uint32_t axis, bool *helped);

#endif
