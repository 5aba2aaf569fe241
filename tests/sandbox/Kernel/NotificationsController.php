<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;
use OCP\L10N\IFactory;
use Sandbox\Service\Notification;
use Sandbox\Service\NotificationAction;
use Sandbox\Service\Notifications;

/** Of Nextcloud's notifications app: the list, and dismissing one. */
class NotificationsController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IUserSession $session,
		private readonly IFactory $languages,
		private readonly Notifications $notifications,
	) {
		parent::__construct($appName, $request);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v2/notifications', root: '/apps/notifications')]
	public function list(): DataResponse {
		$user = $this->session->getUser();
		$found = $this->notifications->of($user->getUID(), $this->languages->getUserLanguage($user));
		return new DataResponse(array_map(self::asJson(...), array_keys($found), $found));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/api/v2/notifications/{id}', requirements: ['id' => '\d+'], root: '/apps/notifications')]
	public function dismiss(int $id): DataResponse {
		$this->notifications->remove($this->session->getUser()->getUID(), $id);
		return new DataResponse();
	}

	/** @return array<string, mixed> */
	private static function asJson(int $id, Notification $notification): array {
		return [
			'notification_id' => $id,
			'app' => $notification->getApp(),
			'user' => $notification->getUser(),
			'datetime' => gmdate(DATE_ATOM, (int)$notification->row['time']),
			'object_type' => $notification->row['object_type'],
			'object_id' => $notification->getObjectId(),
			'subject' => $notification->parsedSubject,
			'message' => $notification->parsedMessage,
			'link' => $notification->link,
			'icon' => $notification->icon,
			'actions' => array_map(static fn (NotificationAction $action): array => [
				'label' => $action->parsedLabel,
				'link' => $action->link,
				'type' => $action->type,
				'primary' => $action->primary,
			], $notification->actions),
		];
	}
}
