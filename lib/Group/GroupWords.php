<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;

/**
 * A group in one line, for search results and the panel: the same words as src/group/words.ts; tests/fixtures/rules/group-words.json checks both.
 * Groups come as GroupSummarySchema of src/group/model.ts.
 */
class GroupWords {
	public function __construct(
		private readonly CardWords $words,
		private readonly IL10N $l,
	) {
	}

	public function status(string $status): string {
		return match ($status) {
			Group::FORMING => $this->l->t('Forming'),
			Group::ACTIVE => $this->l->t('Active'),
			Group::DORMANT => $this->l->t('Dormant'),
			Group::CLOSED => $this->l->t('Closed'),
			default => '',
		};
	}

	/**
	 * The group's facilitators in one line; empty if the viewer may see none.
	 *
	 * @param list<array{name: string, until: ?string}> $facilitators
	 */
	private function facilitated(array $facilitators): string {
		return $facilitators === [] ? '' : CardWords::fill($this->l->t('facilitated by {names}'), [
			'names' => $this->words->list(array_map(fn (array $one): string => $one['until'] !== null
				? CardWords::fill($this->l->t('{name} (until {date})'), ['name' => $one['name'], 'date' => $this->date($one['until'])])
				: $one['name'], $facilitators)),
		]);
	}

	/** @param array<string, mixed> $group */
	public function stateLine(array $group): string {
		return implode(' · ', array_filter([$this->status($group['status']), $this->facilitated($group['facilitators'])]));
	}

	/** “24 novembre 2026” for YYYY-MM-DD. */
	private function date(string $day): string {
		return DateWords::long($this->l, $day);
	}
}
