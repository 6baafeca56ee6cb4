#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The rule that makes a lemma of a form: which bytes to cut at its end and what to put there.
///
/// Written "L2y": L (lower case first) or K (keep case), the number of bytes to cut, what to add.
/// "=be" is the lemma itself, whatever the form.
std::string lemma_rule(std::string_view form, std::string_view lemma);

/// Applies a rule; gives the form itself where the rule cuts more than there is, or half a
/// character, or is no rule. Requires valid UTF-8.
std::string apply_lemma_rule(std::string_view form, std::string_view rule);

/// The number itself, without the commas that group its digits: "5,000" gives "5000". Other forms
/// stay as they are.
std::string number_lemma(std::string_view form);

}  // namespace entente
