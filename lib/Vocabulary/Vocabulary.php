<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Vocabulary;

use OCA\Reseau\Knowledge\NetworkExpressions;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\SharedCache;

/**
 * The network's shared terms, and the meaning of a word on a card. Cards keep their words as written: a term merged into another, and a custom word
 * that has since become a term, are read with their present meaning.
 */
class Vocabulary implements NetworkExpressions {
	/** Lists that cards take terms from, as named in the vocabulary file. */
	public const LISTS = ['values', 'sectors', 'themes', 'publics'];

	/** Lists of subjects. */
	public const SUBJECTS = ['themes', 'publics', 'sectors'];

	/** The list whose words are searched in the texts of needs and offers. */
	public const THEMES = 'themes';

	/** The list of relations between two things (Relations). */
	public const RELATIONS = 'relations';

	/** The list of the glossary (Glossary). */
	public const GLOSSARY = 'glossary';

	/** The list of expressions and what they mean here (Expressions). */
	public const EXPRESSIONS = 'expressions';

	/** Lists edited on the vocabulary page. */
	public const EDITED = [...self::LISTS, self::RELATIONS];

	/** Lists of a vocabulary file. */
	public const IN_FILES = [...self::LISTS, 'announcementKinds', 'resourceKinds', self::RELATIONS, self::GLOSSARY, self::EXPRESSIONS];

	/** Characters of an id. */
	private const ID_LENGTH = 128;

	/** @var ?array<string, array<array-key, Term>> all terms, current and former, by list and id */
	private ?array $terms = null;

	/** @var ?array{ids: array<array-key, string>, names: array<string, array<array-key, string>>} */
	private ?array $meanings = null;

	/** @var array<string, array<string, array<array-key, string>>> */
	private array $labels = [];

	/** @var ?list<array{tokens: list<string>, means: list<string>, not: list<string>}> */
	private ?array $expressions = null;

	private ?string $state = null;

	public function __construct(
		private readonly TermMapper $mapper,
		private readonly SharedCache $cache,
	) {
	}

	/**
	 * Caches what is built from vocabulary and glossary and is the same for everyone, until a term changes.
	 *
	 * @param callable(): array $make
	 */
	public function remember(string $what, callable $make): array {
		$this->state ??= $this->mapper->state();
		return $this->cache->get("$what $this->state", $make);
	}

	/**
	 * @return array<string, list<array{id: string, label: string, meaning?: string, spellings?: list<string>, retired?: true, mergedInto?: string}>>
	 *         VocabularySchema of src/vocabulary/model.ts: lists by name, in their own order
	 */
	public function present(string $language): array {
		$lists = [];
		foreach ($this->terms() as $kind => $terms) {
			$lists[$kind] = [];
			foreach ($terms as $term) {
				$meaning = (string)($term->entry()['meaning'] ?? '');
				$means = $this->resolve($term->getSlug());
				$lists[$kind][] = ['id' => $term->getSlug(), 'label' => $this->labels($language)[$kind][$term->getSlug()]]
					+ ($meaning === '' ? [] : ['meaning' => $meaning])
					+ ($term->spellings() === [] ? [] : ['spellings' => $term->spellings()])
					+ (in_array($term->state(), [TermState::Retired, TermState::Removed], true) ? ['retired' => true] : [])
					+ ($means === $term->getSlug() ? [] : ['mergedInto' => $means]);
			}
		}
		return $lists;
	}

	/** @return array<string, array<array-key, string>> labels by list and id, in their own order; for a merged term, the label of its target */
	public function labels(string $language): array {
		return $this->labels[$language] ??= $this->remember("labels $language", fn (): array => $this->labelled($language));
	}

	/** @return array<string, array<array-key, string>> */
	private function labelled(string $language): array {
		$labels = [];
		foreach ($this->terms() as $kind => $terms) {
			$labels[$kind] = [];
			foreach ($terms as $id => $term) {
				$labels[$kind][$id] = ($terms[$this->resolve((string)$id)] ?? $term)->label($language);
			}
		}
		return $labels;
	}

	/** @return array<array-key, string> labels by id, which is unique across the lists */
	public function labelsById(string $language): array {
		return array_replace(...array_values($this->labels($language)));
	}

	/**
	 * All names of a term, including those of terms merged into it.
	 *
	 * @param list<string> $languages
	 * @return array<string, list<array{string, string}>> id and name by list
	 */
	public function names(array $languages): array {
		$names = [];
		foreach ($this->terms() as $kind => $terms) {
			$names[$kind] = [];
			foreach ($terms as $id => $term) {
				$called = [...array_map($term->label(...), $languages), ...$term->spellings()];
				foreach (array_unique($called) as $name) {
					$names[$kind][] = [$this->resolve((string)$id), $name];
				}
			}
		}
		return $names;
	}

	/** @return array<array-key, list<string>> words that belong to each theme, by its id */
	public function themeWords(): array {
		$words = [];
		foreach ($this->terms()[self::THEMES] as $id => $term) {
			if ($term->getRemovedAt() === null) {
				$meant = $this->resolve((string)$id);
				$words[$meant] = array_values(array_unique([...$words[$meant] ?? [], ...$term->words()]));
			}
		}
		return $words;
	}

	/** @return array<array-key, string> the list that each term is in, by id */
	public function lists(): array {
		$lists = [];
		foreach ($this->terms() as $list => $terms) {
			$lists += array_fill_keys(array_keys($terms), $list);
		}
		return $lists;
	}

	/** @return list<string> ids of the selectable terms of a list */
	public function offered(string $list): array {
		$offered = array_filter($this->terms()[$list], static fn (Term $term): bool => $term->state() === TermState::Offered);
		return array_map(strval(...), array_keys($offered));
	}

	/** @return array<string, list<array<string, mixed>>> every list, as VocabularyImport reads them */
	public function export(): array {
		$lists = [];
		foreach ($this->mapper->findKinds(self::IN_FILES, true) as $term) {
			$entry = $term->entry();
			if ($term->getRemovedAt() !== null) {
				// A card or a link may still have it; a removed glossary entry is used nowhere.
				if (!in_array($term->getKind(), self::EDITED, true)) {
					continue;
				}
				$entry['removed'] = true;
			}
			// A renamed glossary entry is identified by its former name.
			$lists[$term->getKind()][] = ($entry['id'] ?? $entry['term']) === $term->getSlug() ? $entry : ['id' => $term->getSlug()] + $entry;
		}
		return $lists;
	}

	/** @return array<string, list<array<string, mixed>>> the words that can be chosen and the glossary, as VocabularyImport reads them */
	public function exportOffered(): array {
		$lists = [];
		foreach ($this->mapper->findKinds(self::IN_FILES) as $term) {
			if ($term->state() !== TermState::Offered) {
				continue;
			}
			$entry = $term->entry();
			if ($term->getKind() === self::GLOSSARY) {
				// A theme that was merged into another is replaced by the other one.
				$entry['themes'] = array_values(array_intersect($this->resolveAll($entry['themes'] ?? []), $this->offered(self::THEMES)));
			}
			$lists[$term->getKind()][] = ($entry['id'] ?? $entry['term']) === $term->getSlug() ? $entry : ['id' => $term->getSlug()] + $entry;
		}
		return $lists;
	}

	/** Whether a term belongs to one of the given lists, even if retired, merged or removed: a card may have it. */
	public function has(string $slug, string ...$kinds): bool {
		foreach ($kinds as $kind) {
			if (isset($this->terms()[$kind][$slug])) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The meaning of a word: the term it was merged into, or itself; where custom words are allowed, also the term of this name.
	 *
	 * @param string ...$lists lists whose names a custom word may be, the first one counts
	 */
	public function resolve(string $word, string ...$lists): string {
		$meanings = $this->meanings();
		$meant = $meanings['ids'][$word] ?? null;
		if ($meant !== null) {
			return $meant;
		}
		$name = $lists === [] ? '' : Fold::text($word);
		foreach ($lists as $list) {
			$meant ??= $meanings['names'][$list][$name] ?? null;
		}
		return $meant ?? $word;
	}

	/**
	 * @param list<string> $words
	 * @return list<string> their meanings, each once
	 */
	public function resolveAll(array $words, string ...$lists): array {
		return array_values(array_unique(array_map(fn (string $word): string => $this->resolve($word, ...$lists), $words)));
	}

	/**
	 * @param list<string> $words
	 * @return list<string> words that are not terms of the vocabulary
	 */
	public function custom(array $words): array {
		// From the cache: for this alone, a search would read the whole vocabulary.
		$ids = $this->meanings()['ids'];
		return array_values(array_filter($words, static fn (string $word): bool => !isset($ids[$word])));
	}

	/**
	 * What to store for words a person chose: the previously stored ones with the same meaning, otherwise the chosen ones.
	 *
	 * @param list<string> $chosen
	 * @param list<string> $stored
	 * @return list<string>
	 */
	public function asStored(array $chosen, array $stored, string ...$lists): array {
		$words = [];
		foreach ($chosen as $word) {
			$same = array_filter($stored, fn (string $other): bool => $this->resolve($other, ...$lists) === $this->resolve($word, ...$lists));
			array_push($words, ...($same === [] ? [$word] : array_values($same)));
		}
		return array_values(array_unique($words));
	}

	/**
	 * Terms that a person chose.
	 *
	 * @param mixed $value raw input
	 * @param int $max most entries
	 * @param list<string> $stored the former terms
	 * @param string ...$kinds the lists that they may come from
	 * @return list<string> ids to store, each once
	 * @throws ReasonException wrong_type · too_many · bad_text · too_long · unknown_term
	 */
	public function chosen(mixed $value, string $field, int $max, array $stored, string ...$kinds): array {
		$terms = Fields::words($value, $field, $max, self::ID_LENGTH);
		foreach ($terms as $i => $term) {
			if (!$this->has($term, ...$kinds)) {
				throw new ReasonException('unknown_term', details: ['field' => "$field.$i"]);
			}
		}
		return $this->asStored($terms, $stored, ...$kinds);
	}

	/** @return array{ids: array<array-key, string>, names: array<string, array<array-key, string>>} the meaning of each id, and of each folded name by list */
	public function meanings(): array {
		return $this->meanings ??= $this->remember('meanings', $this->meant(...));
	}

	/**
	 * As meanings(), but read from the table from now on: while the vocabulary is being changed, nothing may be cached.
	 *
	 * @return array{ids: array<array-key, string>, names: array<string, array<array-key, string>>}
	 */
	public function meaningsNow(): array {
		$this->forget();
		return $this->meanings = $this->meant();
	}

	public function listExpressions(): array {
		return $this->expressions ??= $this->remember('expressions', $this->read(...));
	}

	/**
	 * As expressions(), but read from the table from now on (meaningsNow()).
	 *
	 * @return list<array{tokens: list<string>, means: list<string>, not: list<string>}>
	 */
	public function expressionsNow(): array {
		return $this->expressions = $this->read();
	}

	/** @return list<array{tokens: list<string>, means: list<string>, not: list<string>}> */
	private function read(): array {
		$expressions = array_map(static fn (Term $term): array => [
			'tokens' => ExpressionRules::tokensOf($term->entry()['term']),
			'means' => $term->entry()['means'],
			'not' => $term->entry()['not'],
		], $this->mapper->findKinds([self::EXPRESSIONS]));
		return array_values(array_filter($expressions, static fn (array $expression): bool => $expression['tokens'] !== []));
	}

	/** Reloads everything after a change. */
	public function forget(): void {
		$this->terms = $this->meanings = $this->expressions = $this->state = null;
		$this->labels = [];
	}

	/** @return array{ids: array<array-key, string>, names: array<string, array<array-key, string>>} */
	private function meant(): array {
		$ids = $names = [];
		foreach ($this->terms() as $list => $terms) {
			$names[$list] = [];
			foreach ($terms as $id => $term) {
				$ids[$id] = self::follow($terms, $term)->getSlug();
				if ($term->getRemovedAt() === null) {
					$names[$list] += array_fill_keys(TermRules::names($term->entry()), $ids[$id]);
				}
			}
		}
		return ['ids' => $ids, 'names' => $names];
	}

	/** @param array<array-key, Term> $terms of its list */
	private static function follow(array $terms, Term $term): Term {
		// At most as many steps as there are terms: data stored by other means may contain a circle.
		for ($steps = count($terms); $steps > 0; $steps--) {
			$next = $terms[$term->entry()['mergedInto'] ?? ''] ?? null;
			if ($next === null) {
				return $term;
			}
			$term = $next;
		}
		return $term;
	}

	/** @return array<string, array<array-key, Term>> */
	private function terms(): array {
		if ($this->terms === null) {
			$this->terms = array_fill_keys(self::LISTS, []);
			foreach ($this->mapper->findKinds(self::LISTS, true) as $term) {
				$this->terms[$term->getKind()][$term->getSlug()] = $term;
			}
		}
		return $this->terms;
	}
}
