<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Calendar\CalendarText;
use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Calendar\MeetingAsFile;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataDownloadResponse;
use OCP\AppFramework\Http\Response;
use OCP\IL10N;
use OCP\IRequest;

/** iCalendar files: the calendar at a secret address, without login, and single meetings. If there is nothing to read, the answer is always the same. */
class CalendarPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Feeds $feeds,
		private readonly MeetingAsFile $meetings,
		private readonly IL10N $l,
	) {
		parent::__construct($appName, $request);
	}

	/**
	 * A token cannot be guessed (LinkTokens), and calendars keep requesting an address that no longer works: such a request is not counted as guessing, which would
	 * slow down everyone who shares their connection.
	 */
	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 60, period: 60)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/calendar/{token}.ics', requirements: ['token' => '[A-Za-z0-9]{1,64}'])]
	public function feed(string $token): Response {
		return $this->file(fn (): string => $this->feeds->read($token));
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/calendar/meeting/{meeting}.ics', requirements: ['meeting' => '\d{1,18}'])]
	public function meeting(int $meeting): Response {
		return $this->file(fn (): string => $this->meetings->read($meeting));
	}

	/** @param callable(): string $read */
	private function file(callable $read): Response {
		try {
			$text = $read();
			$response = new DataDownloadResponse($text, 'reseau.ics', CalendarText::TYPE);
			// Only from its content: the time of the last change would reveal things that are no longer shown.
			$response->setETag(md5($text));
			$response->addHeader('Cache-Control', 'private, no-cache');
		} catch (ReasonException $e) {
			$response = new DataDownloadResponse($this->l->t('This link no longer works'), 'reseau.txt', 'text/plain; charset=utf-8', $e->status);
		}
		$response->addHeader('Referrer-Policy', 'no-referrer');
		return $response;
	}
}
