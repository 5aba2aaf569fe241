<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\NoticePresenter;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticeSearch;
use OCA\Reseau\Shared\ReasonException;

/** The notices that visitors of the showcase see: chosen one by one by their authors, while they are open. */
class PublicNotices {
	public function __construct(
		private readonly Showcase $showcase,
		private readonly Notices $notices,
		private readonly NoticeSearch $search,
		private readonly NoticePresenter $presenter,
	) {
	}

	/**
	 * @throws ReasonException not_found: it does not exist, is not in the showcase, or the showcase is closed
	 */
	public function one(int $id): AuthoredNotice {
		$this->showcase->requireOpen();
		$one = $this->notices->one($id);
		return $one !== null && $this->notices->isPublic($one) ? $one : throw ReasonException::notFound();
	}

	/**
	 * @return array<string, mixed> as in NoticePresenter::showcase()
	 * @throws ReasonException not_found
	 */
	public function shown(int $id): array {
		return $this->presenter->showcase($this->one($id)) ?? throw ReasonException::notFound();
	}

	/**
	 * @return array<string, mixed> as in NoticeSearch::showcase()
	 * @throws ReasonException not_found: the showcase is closed · those of NoticeSearch::showcase()
	 */
	public function list(mixed $words, string $cursor, mixed $facets = [], int $limit = NoticeSearch::DEFAULT_LIMIT): array {
		$this->showcase->requireOpen();
		return $this->search->showcase($words, $facets, $cursor, $limit);
	}

	/**
	 * @param ?int $memberId null: of all authors
	 * @param ?int $groupId null: of any group or none
	 * @return list<array<string, mixed>> the newest, as in NoticePresenter::showcase()
	 * @throws ReasonException not_found: the showcase is closed
	 */
	public function of(?int $memberId = null, ?int $groupId = null, int $most = PHP_INT_MAX): array {
		$this->showcase->requireOpen();
		return array_values(array_filter(array_map($this->presenter->showcase(...), $this->notices->public($memberId, $groupId, $most))));
	}
}
