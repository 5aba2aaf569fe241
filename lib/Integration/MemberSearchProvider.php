<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Directory\MemberSearch;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Search\Narrowing;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Search\SearchResultEntry;

/** Members in Nextcloud's unified search: the people the directory would find for this account by all of the words. */
class MemberSearchProvider extends NetworkSearchProvider {
	public const ID = 'reseau-members';

	/** Characters of a sentence shown before the first matching word. */
	private const BEFORE = 30;

	public function __construct(
		private readonly MemberSearch $search,
		Viewers $viewers,
		People $people,
		IURLGenerator $urls,
		IL10N $l,
	) {
		parent::__construct($viewers, $people, $urls, $l);
	}

	public function getId(): string {
		return self::ID;
	}

	public function getName(): string {
		return $this->l->t('Members');
	}

	/** First on Réseau's pages, after files and contacts elsewhere. */
	public function getOrder(string $route, array $routeParameters): ?int {
		return str_starts_with($route, 'reseau.') ? -1 : 30;
	}

	protected function of(Viewer $viewer, Member $person): array {
		return [$person->ownerId()];
	}

	protected function find(Viewer $viewer, string $words, ?Narrowing $narrowing, string $cursor, int $limit): array {
		$found = $this->search->people($viewer, Criteria::parse($words, [], [])->within($narrowing), $cursor, min($limit, MemberSearch::MAX_LIMIT), true);
		$alike = $found['next'] === null ? $found['alike'] ?? [] : [];
		return [[...array_map($this->entry(...), $found['members']), ...array_map(fn (array $member): SearchResultEntry => $this->entry($member, true), $alike)], $found['next']];
	}

	/**
	 * @param array<string, mixed> $member MemberSummarySchema of src/member/model.ts
	 * @param bool $alike whether they say the same in other words
	 */
	private function entry(array $member, bool $alike = false): SearchResultEntry {
		$subline = $alike ? $this->l->t('In other words: %s', [self::subline($member)]) : self::subline($member);
		return new SearchResultEntry(
			$member['uid'] === null ? '' : $this->urls->linkToRouteAbsolute('core.avatar.getAvatar', ['userId' => $member['uid'], 'size' => 64]),
			$member['name'],
			isset($member['kind']) ? $this->l->t('Organisation · %s', [$subline]) : $subline,
			$this->page("members/{$member['id']}"),
			'icon-user',
			true,
		);
	}

	/**
	 * The sentence with the matching words; if they match the name, who the person is.
	 *
	 * @param array<string, mixed> $member MemberSummarySchema
	 */
	private static function subline(array $member): string {
		foreach ($member['found'] ?? [] as ['part' => $part, 'pieces' => $pieces]) {
			if ($part !== 'name') {
				// Nextcloud shows one line of it, which must contain the matching words.
				if (mb_strlen($pieces[0]) > self::BEFORE) {
					$pieces[0] = '… ' . preg_replace('/^\S*[\s\p{P}]+/u', '', mb_substr($pieces[0], -self::BEFORE));
				}
				return implode('', $pieces);
			}
		}
		return $member['line'];
	}
}
