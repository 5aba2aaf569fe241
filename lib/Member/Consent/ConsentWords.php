<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Consent;

use OCA\Reseau\Member\Consent\Event\NamingThings;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\FixedSpaces;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IL10N;

/** Entries of the record of consents in words, for pages without an account and for the facilitators. */
class ConsentWords {
	public function __construct(
		private readonly IEventDispatcher $events,
		private readonly IL10N $l,
	) {
	}

	/**
	 * The names of entries about a group, a story or a notice.
	 *
	 * @param list<Consent> $consents
	 */
	public function names(Viewer $reader, array $consents): NamingThings {
		$names = new NamingThings($reader, $consents);
		$this->events->dispatchTyped($names);
		return $names;
	}

	/**
	 * The subject of a consent, or of its end.
	 *
	 * @param ?string $name of the thing it is about, if the reader may know it
	 */
	public function what(Consent $consent, ?string $name = null): string {
		$name = $name === null ? null : FixedSpaces::in($name);
		return match ($consent->getWhat()) {
			Consent::CARD => $this->l->t('The card is kept and shown'),
			Consent::CARD_ENDED => $this->l->t('The card is no longer shown'),
			Consent::CHARTER => $this->l->t('The charter of the network, version %s', [(string)$consent->getVersion()]),
			Consent::ENGAGEMENT => $name === null ? $this->l->t('A group') : $this->l->t('The group “%s”', [$name]),
			Consent::LETTER => $this->l->t('The letter by email'),
			Consent::LETTER_PAPER => $this->l->t('The letter on paper, or read aloud'),
			Consent::LETTER_ENDED => $this->l->t('No longer gets the letter'),
			Consent::NOTICES => $this->l->t('Notices by email again'),
			Consent::NOTICES_ENDED => $this->l->t('No longer gets notices by email'),
			Consent::SHOWCASE => $this->l->t('In the public showcase'),
			Consent::SHOWCASE_ENDED => $this->l->t('No longer in the public showcase'),
			Consent::SHOWCASE_GROUP => $name === null ? $this->l->t('A group in the public showcase') : $this->l->t('The group “%s” in the public showcase', [$name]),
			Consent::SHOWCASE_GROUP_ENDED => $name === null ? $this->l->t('A group no longer in the public showcase') : $this->l->t('The group “%s” no longer in the public showcase', [$name]),
			Consent::SHOWCASE_SHEET => $name === null ? $this->l->t('A story in the public showcase') : $this->l->t('The story “%s” in the public showcase', [$name]),
			Consent::SHOWCASE_SHEET_ENDED => $name === null ? $this->l->t('A story no longer in the public showcase') : $this->l->t('The story “%s” no longer in the public showcase', [$name]),
			Consent::SHOWCASE_NOTICE => $name === null ? $this->l->t('A notice in the public showcase') : $this->l->t('The notice “%s” in the public showcase', [$name]),
			Consent::SHOWCASE_NOTICE_ENDED => $name === null ? $this->l->t('A notice no longer in the public showcase') : $this->l->t('The notice “%s” no longer in the public showcase', [$name]),
			default => $this->l->t('No more emails of a conversation'),
		};
	}

	/**
	 * How a consent was given: what Réseau recorded itself is translated, what a person wrote is given unchanged.
	 *
	 * @param bool $own the reader is the person
	 */
	public function how(Consent $consent, bool $own = false): string {
		return match ($consent->getHow()) {
			Consent::WRITTEN => $this->l->t('written by the person'),
			'taken over by the person' => $this->l->t('the person took the card over'),
			Consent::WITHDRAWN => $this->l->t('card withdrawn'),
			'come back' => $this->l->t('card shown again'),
			'in the app', Consent::IN_THE_APP => $this->l->t('chosen in the app'),
			Consent::BY_LINK => $own ? $this->l->t('by the link sent to your email address') : $this->l->t('by the link sent to their email address'),
			Consent::SHEET_CHANGED => $this->l->t('the story was changed'),
			Consent::NOTICE_CHANGED => $this->l->t('the notice was changed or is over'),
			Consent::BROUGHT => $this->l->t('brought with the network'),
			Consent::REFUSED => $this->l->t('asked not to be in the network'),
			default => $this->l->t('“%s”', [FixedSpaces::in($consent->getHow())]),
		};
	}
}
