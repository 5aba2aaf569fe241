<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Knowledge;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;

/** What a need or an offer may be about, for its person to choose. */
class About {
	/** Characters of a text that are read, as READ_OF_TEXT of src/knowledge/model.ts. */
	private const LONGEST = 500;
	private const LONGEST_ABOUT = 80;

	public function __construct(
		private readonly KnowledgeBase $knowledge,
	) {
	}

	/**
	 * @return array<string, mixed> ProposalsSchema of src/knowledge/model.ts
	 * @throws ReasonException wrong_type · bad_text · too_long · unknown_kind
	 */
	public function propose(mixed $text, mixed $side, mixed $about): array {
		$written = Fields::text($text, 'text', self::LONGEST);
		$asks = Side::tryFrom(is_string($side) ? $side : '') ?? throw new ReasonException('unknown_kind', details: ['field' => 'side']);
		$before = $about === null ? '' : Fields::text($about, 'about', self::LONGEST_ABOUT);
		$known = $before === '' ? null : $this->knowledge->get()->sentenceOf($before, $asks);
		return ['proposals' => $this->knowledge->get()->propose($written, $asks)]
			+ ($known === null ? [] : ['chosen' => ['about' => $before, 'sentence' => $known]]);
	}
}
