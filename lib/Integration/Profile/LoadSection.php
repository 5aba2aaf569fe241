<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Profile;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCP\AppFramework\Services\IInitialState;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Profile\BeforeTemplateRenderedEvent;
use OCP\Util;

/**
 * What a person seeks and offers, on their profile, as far as their card shows it to the account that opens it; nothing is loaded if there is nothing to
 * show. A link of the profile leads to the card (ProfileCard). On their own profile, people see what the members of their groups may see.
 *
 * @template-implements IEventListener<BeforeTemplateRenderedEvent>
 */
class LoadSection implements IEventListener {
	/** Like LoadWidget's: its few texts come with the page. */
	public const SCRIPT = 'reseau-profile-own-l10n';

	public function __construct(
		private readonly People $people,
		private readonly Viewers $viewers,
		private readonly MemberPresenter $presenter,
		private readonly CardWords $words,
		private readonly IInitialState $state,
	) {
	}

	public function handle(Event $event): void {
		$viewer = $this->viewers->current();
		if (!$event instanceof BeforeTemplateRenderedEvent || $viewer->uid === null) {
			return;
		}
		$member = $this->people->byUid($event->getUserId());
		$card = $member === null ? null : $this->presenter->handout($viewer, $member);
		$lists = [];
		foreach ([Part::Seeks, Part::Offers] as $part) {
			if (($card[$part->value] ?? []) !== []) {
				$lists[] = ['title' => $this->words->short($part->value), 'texts' => array_column($card[$part->value], 'text')];
			}
		}
		if ($lists !== []) {
			$this->state->provideInitialState('profile', $lists);
			Util::addInitScript(Application::APP_ID, self::SCRIPT);
		}
	}
}
