<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Files;

use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Services\IInitialState;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IL10N;
use OCP\Util;

/**
 * Adds the hook with our tab and our action when Files is opened.
 *
 * @template-implements IEventListener<Event>
 */
class LoadTab implements IEventListener {
	/** Files may be missing. */
	public const EVENT = 'OCA\Files\Event\LoadAdditionalScriptsEvent';

	/** Like LoadWidget's: the few strings needed before the tab is opened come with the page. */
	public const SCRIPT = 'reseau-files-own-l10n';

	public function __construct(
		private readonly IInitialState $state,
		private readonly IL10N $l,
	) {
	}

	public function handle(Event $event): void {
		if (is_a($event, self::EVENT)) {
			$this->state->provideInitialState('files', [
				'action' => $this->l->t('Link to the network'),
				'loading' => $this->l->t('Loading what is related to this file…'),
				'failed' => $this->l->t('Could not load this tab. Try again when you are connected; if this does not help, reload the page.'),
				'retry' => $this->l->t('Try again'),
			]);
			$this->state->provideInitialState('language', $this->l->getLanguageCode());
			Util::addInitScript(Application::APP_ID, self::SCRIPT);
		}
	}
}
