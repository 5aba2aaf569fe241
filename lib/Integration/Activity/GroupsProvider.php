<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Activity;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Library\SheetAccess;
use OCA\Reseau\Link\LinkMapper;
use OCA\Reseau\Link\Types;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Relations;
use OCP\Activity\Exceptions\UnknownActivityException;
use OCP\Activity\IEvent;
use OCP\Activity\IProvider;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;

/**
 * Texts of activities, created when they are read, from what their reader may see then. Activities that they may no longer see, or that are no longer true, are
 * not shown: Nextcloud leaves out activities that no provider knows.
 */
class GroupsProvider implements IProvider {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly Groups $groups,
		private readonly People $people,
		private readonly SheetAccess $sheets,
		private readonly LinkMapper $links,
		private readonly Types $types,
		private readonly Relations $relations,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * @param string $language
	 * @throws UnknownActivityException an activity of another app, or nothing that its reader may see
	 */
	public function parse($language, IEvent $event, ?IEvent $previousEvent = null) {
		if ($event->getApp() !== Application::APP_ID) {
			throw new UnknownActivityException();
		}
		$parameters = $event->getSubjectParameters();
		[$id, $groupId] = [(int)($parameters['id'] ?? 0), (int)($parameters['group'] ?? 0)];
		$viewer = $this->viewers->of($event->getAffectedUser());
		$group = $viewer->groups[$groupId]['title'] ?? null;
		$l = ReaderLanguage::texts($this->languages, $language);
		$parts = $group === null ? null : match ($event->getSubject()) {
			Happenings::JOINED => $this->joined($viewer, $id, $groupId, $group, $l),
			Happenings::STORY => $this->story($viewer, $id, $groupId, $group, $l),
			Happenings::LINKED => $this->linked($viewer, $id, $groupId, $l),
			default => null,
		};
		if ($parts === null) {
			throw new UnknownActivityException();
		}
		return $event
			->setParsedSubject($parts[0])
			->setLink($this->urls->linkToRouteAbsolute('reseau.page.index') . $parts[1])
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}

	/** @return ?array{string, string} sentence, page */
	private function joined(Viewer $viewer, int $memberId, int $groupId, string $group, IL10N $l): ?array {
		$member = $this->people->byId($memberId);
		$inside = $this->groups->one($groupId)->of($memberId)?->is(Membership::ACTIVE) === true;
		return $member === null || !$inside || !People::knows($viewer, $member) ? null : [$l->t('%1$s joined the group “%2$s”', [$member->getName(), $group]), "groups/$groupId"];
	}

	/** @return ?array{string, string} */
	private function story(Viewer $viewer, int $fileId, int $groupId, string $group, IL10N $l): ?array {
		$seen = $this->sheets->find($viewer, $fileId);
		return $seen === null || !$seen->sheet->isPublished() || !in_array($groupId, $seen->sheet->groups ?? [], true)
			? null : [$l->t('The story “%1$s” of the group “%2$s” was published', [$seen->sheet->getTitle(), $group]), "library/sheet/$fileId"];
	}

	/** @return ?array{string, string} */
	private function linked(Viewer $viewer, int $id, int $groupId, IL10N $l): ?array {
		$link = $this->links->findById($id);
		$known = $link === null ? [] : $this->types->known($viewer, [$link->a(), $link->b()]);
		return $link === null || count($known) < 2 ? null : [
			$this->relations->sentence($link->getRelation(), $known[$link->a()->key()]->title, $known[$link->b()->key()]->title, $l->getLanguageCode()),
			"groups/$groupId",
		];
	}
}
