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

	/** An act and a situation of the knowledge. The same as in src/knowledge/model.ts. */
	private const CHOICE = '~^[a-z]{1,16}/[a-z0-9-]{1,60}\z~';

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

	/**
	 * What is understood of a text, and why.
	 *
	 * @return array<string, mixed> UnderstoodSchema of src/vocabulary/model.ts
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public function explainText(mixed $text): array {
		$written = Fields::text($text, 'text', self::LONGEST);
		$knowledge = $this->knowledge->get();
		$known = $this->knowledge->namingWords();
		return [
			...array_combine(array_column(Side::cases(), 'value'), array_map(static fn (Side $side): array => array_column($knowledge->propose($written, $side), 'sentence'), Side::cases())),
			'situations' => array_map(static fn (array $one): array => $one + ['known' => $known[$one['id']] ?? []], $knowledge->explainText($written)),
		];
	}

	/**
	 * What a person chose. What the knowledge does not have any more stays as it is, and is not read.
	 *
	 * @param mixed $about raw input; null: nothing
	 * @throws ReasonException unknown_term
	 */
	public static function choice(mixed $about, string $field): ?string {
		return $about === null || (is_string($about) && preg_match(self::CHOICE, $about) === 1) ? $about : throw ReasonException::at('unknown_term', $field);
	}
}
