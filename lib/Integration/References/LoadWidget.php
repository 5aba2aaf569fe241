<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\References;

use OCA\Reseau\AppInfo\Application;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Util;

/**
 * A page in which texts are read: the hook that draws our things there comes along.
 *
 * @template-implements IEventListener<RenderReferenceEvent>
 */
class LoadWidget implements IEventListener {
	/** Nextcloud sends all words of an app along with its scripts, unless their name says that they have their own. */
	public const SCRIPT = 'reseau-reference-own-l10n';

	public function handle(Event $event): void {
		if ($event instanceof RenderReferenceEvent) {
			Util::addScript(Application::APP_ID, self::SCRIPT);
		}
	}
}
