<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCP\IL10N;

/** The home page of a person with a card, as templates/home.php prints it. */
class FirstHome {
	/** Where pending things are handled, if not on the viewer's card or in one group: as AWAITED of src/member/words.ts. */
	private const AWAITED = [
		'group_invited' => '/groups', 'group_kept_invited' => '/groups', 'group_unsigned' => '/groups', 'group_over' => '/groups', 'group_requests' => '/groups', 'charter_asked' => '/groups', 'messages' => '/messages', 'notice_ending' => '/notices/mine', 'reports' => '/messages/reported',
		'consents' => '/kept', 'kept_due' => '/kept',
	];

	/** Where the first steps are done in the app, as in HomeBeginning.vue. */
	private const PLACES = ['words' => '/vocabulary', 'people' => '/import'];

	public function __construct(
		private readonly FirstTile $tiles,
		private readonly CardWords $words,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $mine the viewer's own card, MemberSchema of src/member/model.ts
	 * @param array<string, mixed> $home HomeSchema
	 * @param string $base the app's base path
	 * @return array<string, mixed> what templates/home.php names
	 */
	public function view(array $mine, array $home, string $base): array {
		$need = $mine['seeks'][0]['text'] ?? null;
		$name = preg_split('/\s+/u', $mine['name'], 2, PREG_SPLIT_NO_EMPTY)[0] ?? '';
		return [
			'title' => $this->l->t('Home'),
			'hello' => CardWords::fill($this->l->t('Hello {name}'), ['name' => $name]),
			'action' => ($mine['offers'] ?? []) === [] ? ['text' => $this->l->t('Enter what I offer'), 'href' => "$base/me"] : null,
			'need' => [
				'text' => $need ?? $this->l->t('What would you need or like at the moment?'),
				'action' => $need === null ? $this->l->t('Write it') : $this->l->t('Edit'),
				'href' => "$base/me",
			],
			'awaits' => $this->awaits($home['awaits'], $base),
			'beginning' => array_map(
				fn (array $step): array => ['href' => $step['href'] ?? $base . self::PLACES[$step['kind']]] + $this->words->beginning($step['kind']),
				$home['beginning'],
			),
			'meetings' => array_map(fn (array $meeting): array => $this->tiles->view($meeting['member'], $base) + ['reasons' => $this->words->meeting($meeting), 'notices' => "$base/notices"], $home['meetings']),
			'matches' => "$base/matches",
			'notices' => array_map(fn (array $notice): array => [
				'href' => "$base/notices/{$notice['id']}",
				'title' => $notice['title'],
				'about' => "{$notice['line']} · {$notice['by']} · " . match ($notice['reason']) {
					'near' => $this->l->t('near you'),
					'theme' => $this->l->t('on your themes'),
					default => $this->l->t('near you and on your themes'),
				},
			], $home['notices'] ?? []),
			'allNotices' => "$base/notices",
			'searches' => array_map(static fn (array $search): array => [
				'text' => $search['name'],
				'href' => "$base/members?" . http_build_query(array_filter(['q' => $search['q'], 'facet' => (array)$search['facet']])),
			], $home['searches']),
			'newest' => array_map(fn (array $member): array => $this->tiles->view($member, $base), $home['newest']),
			'all' => "$base/members?sort=recent",
		];
	}

	/**
	 * @param list<array{kind: string, count?: int, names?: list<string>, group?: int}> $awaits of HomeSchema
	 * @return list<array{href: string, button: ?string, sentence: string, action: string}>
	 */
	public function awaits(array $awaits, string $base): array {
		return array_map(fn (array $line): array => [
			'href' => $base . (isset($line['group']) ? "/groups/{$line['group']}" : self::AWAITED[$line['kind']] ?? '/me'),
			// Until the scripts are loaded, it links to the card, which shows it too.
			'button' => $line['kind'] === 'still_true' ? $this->l->t('Yes, still true') : null,
		] + $this->words->awaits($line['kind'], $line['count'] ?? 0, $line['names'] ?? []), $awaits);
	}
}
