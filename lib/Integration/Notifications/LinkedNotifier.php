<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Notifications;

use OCA\Reseau\Link\Link;
use OCA\Reseau\Link\LinkMapper;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Link\Types;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Vocabulary\Relations;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;

/** A link with the reader's card or story; gone with the link, or if the reader may not see its other end. */
class LinkedNotifier extends PageNotifier {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly Types $types,
		private readonly Relations $relations,
		private readonly People $people,
		private readonly LinkedNotice $notice,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subject(): string {
		return LinkedNotice::LINKED;
	}

	protected function tell(Viewer $viewer, int $id, IL10N $l): array {
		$link = $this->links->findById($id) ?? throw new AlreadyProcessedException();
		$known = $this->types->known($viewer, [$link->a(), $link->b()]);
		$mine = $this->mine($viewer, $link);
		[$a, $b] = [$known[$link->a()->key()] ?? null, $known[$link->b()->key()] ?? null];
		if ($mine === null || $a === null || $b === null) {
			throw new AlreadyProcessedException();
		}
		$other = $mine->is($link->a()) ? $b : $a;
		$subject = $mine->type === ThingType::Member
			? $l->t('Your card was linked to “%s”', [$other->title])
			: $l->t('Your story “%1$s” was linked to “%2$s”', [$known[$mine->key()]->title, $other->title]);
		$by = $link->getAuthorUid() === null ? null : $this->people->byUid($link->getAuthorUid());
		$phrase = $l->t('“%1$s” %2$s “%3$s”.', [$a->title, $this->relations->words($link->getRelation(), false, $l->getLanguageCode()), $b->title]);
		return [
			$subject,
			$by === null || !People::knows($viewer, $by) ? $phrase : $l->t('%1$s By %2$s.', [$phrase, $by->getName()]),
			$mine->type === ThingType::Member ? "members/$mine->id" : "library/sheet/$mine->id",
		];
	}

	/** The end that is the reader's. */
	private function mine(Viewer $viewer, Link $link): ?Ref {
		foreach ([$link->a(), $link->b()] as $end) {
			if (in_array($viewer->memberId, $this->notice->ownersOf($end), true)) {
				return $end;
			}
		}
		return null;
	}
}
