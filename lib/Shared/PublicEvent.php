<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Shared;

use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IWebhookCompatibleEvent;

/**
 * An event in the network, for other apps, flows and webhooks (docs/developers/events.md). It carries only numbers: who may read the things they identify
 * is decided when these are read.
 */
abstract class PublicEvent extends Event implements IWebhookCompatibleEvent {
	public function __construct(
		public readonly int $id,
	) {
		parent::__construct();
	}

	public function getWebhookSerializable(): array {
		return ['id' => $this->id];
	}
}
