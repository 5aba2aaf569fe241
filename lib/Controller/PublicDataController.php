<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Calendar\CalendarText;
use OCA\Reseau\Calendar\PublicCalendar;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\ReadByAnySite;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\PublicData;
use OCA\Reseau\Showcase\PublicDocument;
use OCA\Reseau\Showcase\Showcase;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AnonRateLimit;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataDisplayResponse;
use OCP\IL10N;
use OCP\IRequest;

/**
 * Data of the public showcase for other tools, listed in src/showcase/openData.ts. Pages of any site may read them: they contain only
 * public data, equal for every account, and need no protection by Nextcloud's CORS.
 */
class PublicDataController extends Controller implements ReadByAnySite {
	private const ID = ['id' => '\d{1,18}'];
	private const NOTICE = ['notice' => '\d{1,18}'];
	private const ITEM = ['id' => '\d{1,18}', 'item' => '[0-9a-f]{16}'];

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Showcase $showcase,
		private readonly PublicData $data,
		private readonly PublicCalendar $calendar,
		private readonly IL10N $l,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/people.json')]
	public function people(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->people(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/people.geojson')]
	public function map(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->map(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/people.jsonld')]
	public function linked(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->linked(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/profiles.json')]
	public function profiles(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->profiles(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/people/{id}/profile.json', requirements: self::ID)]
	public function organisation(int $id): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->organisation($id));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/people/{id}/profiles/{item}.json', requirements: self::ITEM)]
	public function item(int $id, string $item): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->item($id, $item));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/stories.atom')]
	public function stories(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->stories(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/notices.atom')]
	public function notices(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->notices(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/notices.jsonld')]
	public function linkedNotices(mixed $cursor = ''): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->linkedNotices(LightPage::typed($cursor)));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/notices/{notice}/profile.json', requirements: self::NOTICE)]
	public function notice(int $notice): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => $this->data->notice($notice));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/data/meetings.ics')]
	public function meetings(): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => new PublicDocument($this->calendar->all(), CalendarText::TYPE));
	}

	#[PublicPage]
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[AnonRateLimit(limit: 300, period: 60)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/public/groups/{id}/meetings.ics', requirements: self::ID)]
	public function meetingsOf(int $id): DataDisplayResponse {
		return $this->answer(fn (): PublicDocument => new PublicDocument($this->calendar->ofGroup($id), CalendarText::TYPE));
	}

	/** @param callable(): PublicDocument $read */
	private function answer(callable $read): DataDisplayResponse {
		try {
			$this->showcase->requireOpen();
			$document = $read();
			$status = Http::STATUS_OK;
		} catch (ReasonException $e) {
			[$document, $status] = $this->refused($e);
		}
		$response = new DataDisplayResponse($document->text, $status, ['Content-Type' => $document->type, 'Access-Control-Allow-Origin' => '*', 'Access-Control-Expose-Headers' => 'ETag, Link']);
		if ($document->next !== null) {
			$response->addHeader('Link', "<$document->next>; rel=\"next\"");
		}
		if ($status === Http::STATUS_OK) {
			// Revalidated each time, so that no one is shown after they have left.
			$response->setETag(md5($document->text));
			$response->addHeader('Cache-Control', 'private, no-cache');
		}
		return $response;
	}

	/** @return array{PublicDocument, int} if nothing is shown, always the same answer, without the reason */
	private function refused(ReasonException $e): array {
		return $e->reason === 'bad_cursor'
			? [PublicDocument::json(['error' => 'bad_cursor', 'message' => $this->l->t('This page of the list no longer exists. Start again from the beginning.')]), Http::STATUS_BAD_REQUEST]
			: [PublicDocument::json(['error' => 'not_found', 'message' => $this->l->t('This page does not exist, or what it showed is no longer public.')]), Http::STATUS_NOT_FOUND];
	}
}
