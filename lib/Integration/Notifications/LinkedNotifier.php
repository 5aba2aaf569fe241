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
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Relations;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IAction;
use OCP\Notification\INotification;

/** A link with something of the reader's, which they can remove at once; gone with the link, or if the reader may not see both its ends. */
class LinkedNotifier extends PageNotifier {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly Types $types,
		private readonly Relations $relations,
		private readonly People $people,
		private readonly LinkedNotifications $notifications,
		Viewers $viewers,
		IFactory $languages,
		IURLGenerator $urls,
	) {
		parent::__construct($viewers, $languages, $urls);
	}

	protected function subjects(): array {
		return [LinkedNotifications::LINKED];
	}

	protected function tell(Viewer $viewer, string $subject, int $id, IL10N $l): array {
		$link = $this->links->findById($id) ?? throw new AlreadyProcessedException();
		$known = $this->types->known($viewer, [$link->a(), $link->b()]);
		$mine = $this->mine($viewer, $link);
		[$a, $b] = [$known[$link->a()->key()] ?? null, $known[$link->b()->key()] ?? null];
		if ($mine === null || $a === null || $b === null) {
			throw new AlreadyProcessedException();
		}
		$other = $mine->is($link->a()) ? $b : $a;
		$names = [$known[$mine->key()]->title, $other->title];
		$subject = match (true) {
			$mine->type === ThingType::Member && $mine->id === $viewer->memberId => $l->t('Your card was linked to “%s”', [$other->title]),
			$mine->type === ThingType::Member => $l->t('A card you keep, %1$s, was linked to “%2$s”', $names),
			$mine->type === ThingType::Group => $l->t('The group “%1$s” was linked to “%2$s”', $names),
			$mine->type === ThingType::Notice => $l->t('The notice “%1$s” was linked to “%2$s”', $names),
			default => $l->t('Your story “%1$s” was linked to “%2$s”', $names),
		};
		$by = $link->getAuthorUid() === null ? null : $this->people->byUid($link->getAuthorUid());
		$sentence = $this->relations->sentence($link->getRelation(), $a->title, $b->title, $l->getLanguageCode());
		return [
			$subject,
			$by === null || !People::knows($viewer, $by) ? $sentence : $l->t('%1$s (by %2$s)', [$sentence, $by->getName()]),
			// With the panel opened, where the link can be removed.
			match ($mine->type) {
				ThingType::Member => 'members',
				ThingType::Group => 'groups',
				ThingType::Notice => 'notices',
				default => 'library/sheet',
			} . "/$mine->id?around=1",
		];
	}

	public function prepare(INotification $notification, string $languageCode): INotification {
		$told = parent::prepare($notification, $languageCode);
		return $told->addParsedAction($told->createAction()
			->setLabel('remove')
			->setParsedLabel(ReaderLanguage::texts($this->languages, $languageCode)->t('Remove the link'))
			->setPrimary(false)
			->setLink($this->urls->linkToOCSRouteAbsolute('reseau.link.remove', ['link' => (int)$notification->getObjectId()]), IAction::TYPE_DELETE));
	}

	/** The end that is the reader's, their own card before anything else. */
	private function mine(Viewer $viewer, Link $link): ?Ref {
		$mine = array_values(array_filter([$link->a(), $link->b()], fn (Ref $end): bool => in_array($viewer->uid, $this->notifications->accountsOf($end), true)));
		$cards = array_values(array_filter($mine, static fn (Ref $end): bool => $end->type === ThingType::Member && $end->id === $viewer->memberId));
		return [...$cards, ...$mine][0] ?? null;
	}
}
