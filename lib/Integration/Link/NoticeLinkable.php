<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Link\Kinds;
use OCA\Reseau\Link\Linkable;
use OCA\Reseau\Link\NeighbourKind;
use OCA\Reseau\Link\OnPage;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\Thing;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Tie;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticeSearch;
use OCA\Reseau\Notice\NoticeWords;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;

/** Notices as link ends, with their author, their group and the people they thank. */
class NoticeLinkable implements Linkable {
	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeSearch $search,
		private readonly NoticeWords $words,
		private readonly Addresses $addresses,
		private readonly IL10N $l,
	) {
	}

	public function type(): ThingType {
		return ThingType::Notice;
	}

	public function known(Viewer $viewer, array $ids): array {
		$seen = array_filter($this->notices->some($ids), static fn (AuthoredNotice $one): bool => $one->isSeenBy($viewer));
		return array_map(fn (AuthoredNotice $one): Thing => new Thing(
			self::ref($one->id()),
			$one->notice->getTitle(),
			fn (): string => $this->words->line($one),
			$this->addresses->own("notices/{$one->id()}"),
			'notice',
			keeps: static fn (): bool => $one->isKeptBy($viewer),
		), $seen);
	}

	public function expect(array $ids): void {
	}

	public function ties(Viewer $viewer, Thing $subject, Kinds $kinds): array {
		$one = $kinds->has(NeighbourKind::People, NeighbourKind::Groups) ? $this->notices->one($subject->ref->id) : null;
		if ($one === null) {
			return [];
		}
		$thanked = fn (int $id): string => $id === $viewer->memberId ? $this->l->t('this notice thanks you') : $this->l->t('this notice thanks them');
		$author = $one->author->ownerId();
		$done = $one->notice->is(Notice::DONE) ? OnPage::Thanked : null;
		$ties = array_map(static fn (int $id): Tie => new Tie(MemberLinkable::ref($id), $thanked($id), onPage: $done), $this->notices->thanks([$one->id()])[$one->id()] ?? []);
		$ties[] = new Tie(MemberLinkable::ref($author), $author === $viewer->memberId ? $this->l->t('you published this notice') : $this->l->t('published this notice'), Tie::FIRST, OnPage::Publisher);
		if ($one->notice->getGroupId() !== null) {
			$ties[] = new Tie(new Ref(ThingType::Group, $one->notice->getGroupId()), $this->l->t('this notice comes from it'), onPage: OnPage::Publisher);
		}
		return $ties;
	}

	public function search(Viewer $viewer, string $words, int $limit): array {
		if ($words === '') {
			return [];
		}
		try {
			$found = array_column($this->search->list($viewer, NoticeSearch::criteria($words, []), limit: $limit)['notices'], 'id');
		} catch (ReasonException) {
			// Too long for a search: no notice has such a title.
			return [];
		}
		$known = $this->known($viewer, $found);
		return array_values(array_filter(array_map(static fn (int $id): ?Thing => $known[$id] ?? null, $found)));
	}

	public function idAt(string $path, array $query): ?int {
		return preg_match('~^/apps/reseau/notices/(\d{1,18})(?:/|\z)~', $path, $found) === 1 ? (int)$found[1] : null;
	}

	public static function ref(int $id): Ref {
		return new Ref(ThingType::Notice, $id);
	}
}
