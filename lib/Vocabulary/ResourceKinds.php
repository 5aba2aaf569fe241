<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

/**
 * The network's kinds of resources, in the chosen order. A network that has set none has the initial ones, which scripts/build.mjs ships.
 */
class ResourceKinds {
	public const LIST = 'resourceKinds';

	private const STARTER = __DIR__ . '/../../data/vocabulary.json';

	/** @var ?array<string, Term> all kinds, current and former, by slug */
	private ?array $kinds = null;

	public function __construct(
		private readonly TermMapper $terms,
	) {
	}

	/** @return list<array{slug: string, label: string}> kinds available for choice */
	public function offered(string $language): array {
		$offered = array_filter($this->kinds(), static fn (Term $kind): bool => $kind->state() === TermState::Offered);
		return array_map(static fn (Term $kind): array => ['slug' => $kind->getSlug(), 'label' => $kind->label($language)], array_values($offered));
	}

	/** Whether it is a kind, even a retired or removed one. */
	public function has(string $slug): bool {
		return isset($this->kinds()[$slug]);
	}

	/** A kind's label in a language; for an unknown one, its slug. */
	public function label(string $slug, string $language): string {
		return isset($this->kinds()[$slug]) ? $this->kinds()[$slug]->label($language) : $slug;
	}

	/**
	 * The label of each kind.
	 *
	 * @param list<string> $languages
	 * @return list<array{string, string}> slug and name
	 */
	public function names(array $languages): array {
		$names = [];
		foreach ($this->kinds() as $slug => $kind) {
			foreach (array_unique(array_map($kind->label(...), $languages)) as $name) {
				$names[] = [(string)$slug, $name];
			}
		}
		return $names;
	}

	/** @return array<string, Term> */
	private function kinds(): array {
		if ($this->kinds === null) {
			$this->kinds = [];
			foreach ($this->terms->findKinds([self::LIST], true) ?: self::starter() as $kind) {
				$this->kinds[$kind->getSlug()] = $kind;
			}
		}
		return $this->kinds;
	}

	/** @return list<Term> */
	private static function starter(): array {
		$words = is_file(self::STARTER) ? json_decode((string)file_get_contents(self::STARTER), true, 64, JSON_THROW_ON_ERROR) : [];
		return array_map(static function (array $entry): Term {
			$kind = new Term();
			$kind->setKind(self::LIST);
			$kind->setSlug($entry['id']);
			$kind->setEntry($entry);
			return $kind;
		}, array_values($words[self::LIST] ?? []));
	}
}
