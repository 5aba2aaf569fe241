<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Home\AwaitWords;
use OCA\Reseau\Settings\Network;
use OCP\IL10N;

/** The home page of a person with a card, as templates/home.php prints it. */
class FirstHome {
	/** Where the first steps are done in the app, as in HomeBeginning.vue. */
	private const PLACES = ['words' => '/vocabulary', 'people' => '/import'];

	public function __construct(
		private readonly FirstTile $tiles,
		private readonly CardWords $words,
		private readonly AwaitWords $awaitWords,
		private readonly Network $network,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $mine the viewer's own card, MemberSchema of src/member/model.ts
	 * @param array<string, mixed> $home HomeSchema
	 * @param string $base the app's base path
	 * @return array<string, mixed> what templates/home.php expects
	 */
	public function view(array $mine, array $home, string $base): array {
		$need = $mine['seeks'][0]['text'] ?? null;
		$name = preg_split('/\s+/u', $mine['name'], 2, PREG_SPLIT_NO_EMPTY)[0] ?? '';
		return [
			'title' => $this->l->t('Home'),
			'hello' => CardWords::fill($this->l->t('Hello {name}'), ['name' => $name]),
			'welcome' => $home['welcome'],
			'action' => ($mine['offers'] ?? []) === [] ? ['text' => $this->l->t('Enter what I offer'), 'href' => "$base/me"] : null,
			'need' => [
				'text' => $need ?? $this->l->t('What would you need or like at the moment?'),
				'action' => $need === null ? $this->l->t('Write it') : $this->l->t('Edit'),
				'href' => "$base/me",
			],
			'awaits' => [
				['id' => 'reseau-first-awaits', 'title' => $this->l->t('What is waiting for you'), 'lines' => $this->awaits(self::of($home['awaits'], false), $base)],
				['id' => 'reseau-first-messages', 'title' => $this->l->t('Messages'), 'lines' => $this->awaits(self::of($home['awaits'], true), $base)],
			],
			'beginning' => array_map(
				fn (array $step): array => ['href' => $step['href'] ?? $base . self::PLACES[$step['kind']]] + $this->words->beginning($step['kind']),
				$home['beginning'],
			),
			'reach' => array_filter((array)($mine['contact'] ?? [])) === [] ? "$base/me" : null,
			'doings' => array_map(static fn (array $doing): array => ['text' => $doing[0], 'href' => $base . $doing[1]], $this->doings($this->network->library() !== '')),
			'groups' => array_map(static fn (array $group): array => ['title' => $group['title'], 'href' => "$base/groups/{$group['id']}"], $home['groups']),
			'news' => array_map(fn (array $news): array => ['sentence' => $this->words->news($news), 'href' => "$base/groups/{$news['group']['id']}"], $home['news']),
			'matches' => array_map(
				fn (string $degree): array => array_map(
					fn (array $match): array => $this->tiles->view($match['member'], $base) + ['reasons' => $this->words->match($match), 'notices' => "$base/notices"],
					array_values(array_filter($home['meetings'], static fn (array $match): bool => $match['degree'] === $degree)),
				),
				['sure' => 'sure', 'perhaps' => 'perhaps'],
			),
			'allMatches' => "$base/matches",
			'notices' => array_map(fn (array $notice): array => [
				'href' => "$base/notices/{$notice['id']}",
				'title' => $notice['title'],
				'urgent' => $notice['urgent'] ?? '',
				'about' => "{$notice['line']} · {$notice['by']} · " . match ($notice['reason']) {
					'offers' => $this->l->t('asks for what you offer'),
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
	 * Until the scripts are loaded, lines that can be answered in place link to a page where they can be answered too.
	 *
	 * @param list<array<string, mixed>> $awaits AwaitSchema
	 * @return list<array{href: string, buttons: list<array{text: string, href: string}>, sentence: string, action: string}>
	 */
	public function awaits(array $awaits, string $base): array {
		return array_map(function (array $line) use ($base): array {
			['sentence' => $sentence, 'buttons' => $buttons, 'action' => $action, 'to' => $to] = $this->awaitWords->of($line);
			$group = isset($line['group']) ? "$base/groups/{$line['group']['id']}" : $base . $to;
			return ['href' => $base . $to, 'buttons' => array_map(static fn (string $text): array => ['text' => $text, 'href' => $group], $buttons), 'sentence' => $sentence, 'action' => $action];
		}, $awaits);
	}

	/** @return list<array{string, string}> as doings() of src/member/home/words.ts: the label of each activity, and the path of its page */
	private function doings(bool $library): array {
		return [
			[$this->l->t('Find someone'), '/members'],
			[$this->l->t('Offer or ask for something'), '/notices/new'],
			...$library ? [[$this->l->t('Share an experience'), '/library/tell'], [$this->l->t('Read stories'), '/library']] : [],
			[$this->l->t('See the groups'), '/groups'],
		];
	}

	/**
	 * @param list<array<string, mixed>> $awaits
	 * @return list<array<string, mixed>> only the messages, or all except messages
	 */
	private static function of(array $awaits, bool $messages): array {
		return array_values(array_filter($awaits, static fn (array $line): bool => ($line['kind'] === 'messages') === $messages));
	}
}
