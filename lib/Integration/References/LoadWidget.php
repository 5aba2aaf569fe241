<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\References;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\AppFramework\Services\IInitialState;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Util;

/**
 * Adds the hook that draws our reference widgets to pages that show texts.
 *
 * @template-implements IEventListener<RenderReferenceEvent>
 */
class LoadWidget implements IEventListener {
	/** Nextcloud adds all of an app's translations to its scripts, unless a script's name says that it has its own. */
	public const SCRIPT = 'reseau-reference-own-l10n';

	public function __construct(
		private readonly IInitialState $state,
		private readonly ReaderLanguage $language,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof RenderReferenceEvent) {
			$this->state->provideInitialState('language', $this->language->code());
			Util::addScript(Application::APP_ID, self::SCRIPT);
		}
	}
}
