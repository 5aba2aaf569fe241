<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Notification;

interface IManager {
	public function createNotification(): INotification;
	public function notify(INotification $notification): void;
	public function prepare(INotification $notification, string $languageCode): INotification;
	public function markProcessed(INotification $notification): void;
}
