<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Search\Answer;
use OCA\Reseau\Search\Choices;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Shared\SharedCache;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/** The criteria of notices and the labels of their choices. */
class NoticeFacets {
	/** NOTICE_FACETS of src/notice/model.ts. */
	public const ALL = ['kind', 'mode', 'territory', 'term', 'group'];

	/** @var ?array<array-key, string> */
	private ?array $words = null;

	/** @var ?array<int, string> */
	private ?array $titles = null;

	public function __construct(
		private readonly Choices $choices,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly Groups $groups,
		private readonly SharedCache $cache,
		private readonly ReaderLanguage $language,
		private readonly NoticeWords $noticeWords,
	) {
	}

	/** @return array<string, list<array{id: string, label: string, count: int}>> by criterion */
	public function choices(Answer $answer): array {
		return $this->choices->of($answer, self::ALL, $this->label(...));
	}

	/** @return list<array{id: string, label: string, count: int}> the kinds that visitors of the public showcase choose from */
	public function kinds(Answer $answer): array {
		return $this->choices->of($answer, ['kind'], $this->label(...))['kind'] ?? [];
	}

	private function label(string $facet, string $id): string {
		return match ($facet) {
			'kind' => $this->noticeWords->kind($id),
			'mode' => $this->noticeWords->mode($id),
			'territory' => $this->cache->get("name of $id", fn (): ?string => $this->territories->name(...explode(':', $id, 2) + ['', ''])) ?? $id,
			'group' => ($this->titles ??= $this->groups->titles())[(int)$id] ?? $id,
			default => ($this->words ??= $this->vocabulary->labelsById($this->language->code()))[$id] ?? $id,
		};
	}
}
