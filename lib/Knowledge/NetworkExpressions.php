<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

/** What words and expressions mean in this network, as its facilitators wrote it. */
interface NetworkExpressions {
	/**
	 * @return list<array{tokens: list<string>, means: list<string>, not: list<string>}> the tokens of each expression (Tokenizer::token()), the ids of the situations that
	 *     it means here, and of those that it does not mean
	 */
	public function listExpressions(): array;
}
